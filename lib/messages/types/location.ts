import * as z from "zod";
import { defineMessage } from "@/lib/messages/define-message";
import { optionalNumber, optionalText } from "@/lib/messages/lenient";
import { innermost } from "@/lib/text/innermost";
import { plainText } from "@/lib/text/plain-text";

const place = z
  .object({
    latitude: optionalNumber,
    longitude: optionalNumber,
    lat: optionalNumber,
    lng: optionalNumber,
    long: optionalNumber,
    name: optionalText,
    address: optionalText,
    url: optionalText,
  })
  .transform((sent, context) => {
    const latitude = sent.latitude ?? sent.lat;
    const longitude = sent.longitude ?? sent.lng ?? sent.long;
    if ((latitude === null || longitude === null) && sent.name === "" && sent.address === "")
      context.addIssue({ code: "custom", message: "has neither coordinates nor a name" });
    return { latitude, longitude, name: sent.name, address: sent.address, url: sent.url };
  });

/** A shared place, in WhatsApp's shape: under `payload` or `location`. */
export const location = defineMessage({
  type: "location",
  content: innermost(["location"], place),
  text: (content) => {
    const coordinates =
      content.latitude === null || content.longitude === null ? "" : `${content.latitude}, ${content.longitude}`;
    return plainText(
      `Location: ${[content.name, content.address, coordinates].filter((part) => part !== "").join(", ")}`,
    );
  },
});
