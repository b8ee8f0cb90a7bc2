import { serve } from "@/app/api/v1/serve";
import { endpoints } from "@/lib/api/endpoints";
import { deliveryActivity } from "@/lib/queries/deliveries/delivery-activity";

export const { GET, POST, PUT, PATCH, DELETE } = serve(endpoints.activity, ({ viewer }) => deliveryActivity(viewer));
