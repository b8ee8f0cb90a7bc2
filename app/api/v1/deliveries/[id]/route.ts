import { serve } from "@/app/api/v1/serve";
import { endpoints } from "@/lib/api/endpoints";
import { deliveryById } from "@/lib/queries/deliveries/delivery-by-id";

export const { GET, POST, PUT, PATCH, DELETE } = serve(endpoints.delivery, ({ viewer, path }) =>
  deliveryById(viewer, path.id),
);
