import { expect, it } from "vitest";
import { noDeliveryFilters } from "@/lib/delivery-filters/delivery-filters";
import { sentTokens } from "@/lib/ingest/tokens/token-candidates";
import { append } from "@/lib/store/log/append";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliveryOf, eventOf } from "@/lib/testing/deliver";
import { useStore } from "@/lib/testing/use-store";
import { testViewer } from "@/lib/testing/viewer";
import { deliveryPage } from "./delivery-page";

const header = (name: string) => (name === "authorization" ? "Bearer secret" : "secret");
const places = new Set(sentTokens(header, new URLSearchParams("token=secret")).map(({ place }) => place));
const contentTypes = ["application/json", "application/json; charset=utf-8", "APPLICATION/JSON", "json", "j", "", null];

describeEachDatabase("the page of deliveries", (openStore) => {
  it("returns each token location and content type unchanged, whether the row stores it in short or full form", async () => {
    const store = await openStore();
    useStore(store);
    const origins = [
      ...[...places, "body", null].map((tokenPlace) => ({ tokenPlace, contentType: "text/plain" })),
      ...contentTypes.map((contentType) => ({ tokenPlace: "body", contentType })),
    ];
    const event = (place: number) => eventOf("note", { note: `Note ${place}` }, "2024-01-01 00:00:00.000000");
    await append(
      store,
      origins.map((origin, place) => ({ ...deliveryOf({ events: [event(place)] }), ...origin })),
    );
    const told = async () => {
      const page = await deliveryPage(testViewer(), { filters: noDeliveryFilters, limit: 100, cursor: undefined });
      if (!("data" in page)) throw new Error(page.message);
      return page.data.map(({ tokenPlace, contentType }) => ({ tokenPlace, contentType })).toReversed();
    };

    expect(places.size).toBeGreaterThan(4);
    expect(await told()).toEqual(origins);
    const { count } = await store.records.delivery.updateMany({
      where: { tokenPlace: " a" },
      data: { tokenPlace: "header authorization", contentType: "application/json" },
    });
    expect(count).toBe(1);
    expect(await told()).toContainEqual({ tokenPlace: "header authorization", contentType: "application/json" });
  });
});
