import * as z from "zod";
import { defineMessage } from "@/lib/messages/define-message";
import { optionalText } from "@/lib/messages/lenient";
import { innermost } from "@/lib/text/innermost";
import { plainText } from "@/lib/text/plain-text";

const place = z
  .object({
    latitude: optionalText,
    longitude: optionalText,
    lat: optionalText,
    lng: optionalText,
    long: optionalText,
    name: optionalText,
    address: optionalText,
    url: optionalText,
  })
  .transform(({ name, address, url, ...sent }, context) => {
    const latitude = sent.latitude === "" ? sent.lat : sent.latitude;
    const longitude = [sent.longitude, sent.lng, sent.long].find((text) => text !== "") ?? "";
    const coordinates = latitude === "" || longitude === "" ? "" : `${latitude}, ${longitude}`;
    if (coordinates === "" && name === "" && address === "")
      context.addIssue({ code: "custom", message: "has neither coordinates nor a name" });
    return { latitude: numberIn(latitude), longitude: numberIn(longitude), coordinates, name, address, url };
  });

/** Coordinates are texts if they are masked. */
function numberIn(text: string): number | null {
  const number = Number(text);
  return text === "" || !Number.isFinite(number) ? null : number;
}

/** A shared place, in WhatsApp's shape: under `payload` or `location`. */
export const location = defineMessage({
  type: "location",
  content: innermost(["location"], place),
  text: ({ name, address, coordinates }) =>
    plainText(`Location: ${[name, address, coordinates].filter((part) => part !== "").join(", ")}`),
});
