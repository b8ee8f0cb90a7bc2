import { serve } from "@/app/api/v1/serve";
import { metricIds, metricOf } from "@/lib/analytics/metrics";
import { definitions } from "@/lib/api/endpoints/definitions";

export const { GET, POST, PUT, PATCH, DELETE } = serve(definitions.listMetrics, async () => ({
  data: metricIds.map((id) => {
    const { title, unit, definition, needs } = metricOf(id);
    return { id, title, unit, definition, needs: [...needs] };
  }),
}));
