import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { deliveryById } from "@/lib/queries/deliveries/delivery-by-id";

export const { GET, POST, PUT, PATCH, DELETE } = serve(definitions.getDelivery, ({ viewer, path }) =>
  deliveryById(viewer, path.id),
);
