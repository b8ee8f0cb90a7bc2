import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { deliveryPage } from "@/lib/queries/deliveries/delivery-page";

export const { GET, POST, PUT, PATCH, DELETE } = serve(
  definitions.listDeliveries,
  ({ viewer, query: { limit, cursor, ...filters } }) => deliveryPage(viewer, { filters, limit, cursor }),
);
