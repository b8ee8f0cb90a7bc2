import { serve } from "@/app/api/v1/serve";
import { definitions } from "@/lib/api/endpoints/definitions";
import { deliveryBytes } from "@/lib/queries/deliveries/delivery-bytes";
import { Refusal } from "@/lib/queries/refusal";

export const { GET, POST, PUT, PATCH, DELETE } = serve(definitions.getDeliveryBody, async ({ viewer, path }) => {
  const bytes = await deliveryBytes(viewer, path.id);
  if (bytes instanceof Refusal) return bytes;
  return new Response(bytes, {
    headers: {
      // Untrusted bytes: downloaded, never opened as a page.
      "Content-Type": "application/octet-stream",
      "Content-Disposition": `attachment; filename="delivery-${path.id}.json"`,
      "X-Content-Type-Options": "nosniff",
    },
  });
});
