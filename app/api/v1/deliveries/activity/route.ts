import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { deliveryActivity } from "@/lib/queries/deliveries/delivery-activity";

export const { GET, POST, PUT, PATCH, DELETE } = serve(definitions.getDeliveryActivity, ({ viewer, query }) =>
  deliveryActivity(viewer, query.period),
);
