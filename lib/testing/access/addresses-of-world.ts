import { dimensions } from "@/lib/analytics/dimensions";
import type { EndpointName } from "@/lib/api/endpoints/endpoints";
import { sorts } from "@/lib/columns/sorts";
import type { PlantedConversation } from "./planted-world";

interface Asked {
  world: readonly PlantedConversation[];
  eventIds: readonly string[];
  deliveryIds: readonly string[];
  promptIds: readonly string[];
}

const list = "limit=100&total=true&columns=title,assignee,labels,var.plan";

/** For each reading operation, the addresses that could say something about each conversation of a world. */
export function addressesOfWorld({ world, eventIds, deliveryIds, promptIds }: Asked): Record<string, string[]> {
  const ofEach = (of: (one: PlantedConversation) => string[]) => world.flatMap(of);
  const visitors = [...new Set(world.map(({ visitorKey }) => visitorKey))];
  const bots = [...new Set(world.flatMap(({ botId }) => botId ?? []))];
  const filters = ofEach(({ mark, key, accountKey, botId }) => [
    `q=${mark}`,
    `label=Label%20${mark}`,
    `var.plan=Plan%20${mark}`,
    `has=type-${mark}`,
    `key=${key}`,
    `account=${accountKey}`,
    ...(botId === null ? [] : [`bot=${botId}`]),
    `said=${mark}`,
    `raw=${mark}`,
    `assignee=${mark}@example.com`,
  ]);
  return {
    listConversations: [
      ...sorts.map((sort) => `/conversations?${list}&sort=${sort}`),
      ...filters.map((filter) => `/conversations?${list}&${filter}`),
    ],
    getConversation: ofEach(({ key }) => [`/conversations/${key}`]),
    listConversationEvents: ofEach(({ key }) => [
      `/conversations/${key}/events`,
      `/conversations/${key}/events?last=true`,
    ]),
    listQuestions: ofEach(({ key }) => [
      `/conversations/${key}/questions`,
      `/conversations/${key}/questions?format=csv`,
    ]),
    getTranscript: ofEach(({ key }) =>
      ["html", "json"].map((format) => `/conversations/${key}/transcript?format=${format}`),
    ),
    getReveal: ofEach(({ key }) => [`/conversations/${key}/reveal`]),
    countConversations: ["/counts", ...filters.map((filter) => `/counts?${filter}`)],
    listFacets: [
      "/facets?limit=200",
      "/facets?limit=200&facet=variables&facet=var.plan",
      ...visitors.map((key) => `/facets?visitor=${key}`),
    ],
    listFilterValues: ["/filters"],
    listMetrics: ["/analytics/metrics"],
    // Cells repeat the filters of their request.
    getMetricSummary: ["/analytics/summary?from=2000-01-01"],
    getMetricSeries: ["/analytics/series?metric=started&interval=month&from=2000-01-01"],
    getMetricBreakdown: [...dimensions, "var.plan"].map(
      (by) => `/analytics/breakdown?metric=started&by=${by}&from=2000-01-01&limit=100`,
    ),
    getMetricDistribution: ["/analytics/distribution?metric=duration&from=2000-01-01"],
    listPeople: ["/analytics/people?from=2000-01-01"],
    listFlows: ["/flows?from=2000-01-01", "/flows?from=2000-01-01&format=csv"],
    getFlow: bots.flatMap((bot) => ["json", "csv"].map((format) => `/flows/${bot}?from=2000-01-01&format=${format}`)),
    getFlowPrompt: bots.flatMap((bot) => promptIds.map((id) => `/flows/${bot}/prompts/${id}?from=2000-01-01`)),
    getFlowWiring: bots.map((bot) => `/flows/${bot}/wiring?from=2000-01-01`),
    getFunnelResult: ["/funnels/result?step=engaged%3Dyes&step=closed&from=2000-01-01"],
    listStuck: ["/stuck", "/stuck?format=csv"],
    exportConversations: ["csv", "jsonl", "zip"].map((format) => `/export?format=${format}`),
    getExportSize: ["/export/size", ...filters.map((filter) => `/export/size?${filter}`)],
    getEvent: eventIds.map((id) => `/events/${id}`),
    getVisitor: visitors.map((key) => `/visitors/${key}`),
    listVisitorEvents: visitors.flatMap((key) =>
      ["asc", "desc"].map((order) => `/visitors/${key}/events?order=${order}`),
    ),
    listVariableValues: visitors.flatMap((key) => [
      `/visitors/${key}/variables/plan`,
      `/visitors/${key}/variables/visitor_name`,
    ]),
    listDeliveries: [
      "/deliveries?limit=100",
      "/deliveries?verdict=quarantined",
      "/deliveries?verdict=partial",
      ...ofEach(({ key, mark }) => [`/deliveries?q=${mark}`, `/deliveries?conversation=${key}`]),
    ],
    getDelivery: deliveryIds.map((id) => `/deliveries/${id}`),
    getDeliveryBody: deliveryIds.map((id) => `/deliveries/${id}/raw`),
    getDeliveryActivity: ["/deliveries/activity"],
    getUnfamiliar: ["/unfamiliar"],
    listViews: ["/views"],
    countViews: ["/views/counts"],
    listBookmarks: ["/bookmarks"],
    listBookmarkKeys: ["/bookmarks/marks"],
    streamChanges: ["/live?after=0"],
    listChanges: ["/changes?after=0"],
    getSetup: ["/setup"],
    listUsers: ["/settings/users"],
    getSecurity: ["/settings/security"],
    findPeople: ["/privacy/people?q=visitor", ...ofEach(({ mark }) => [`/privacy/people?q=${mark}`])],
    listPersonRequests: ["/privacy/requests"],
    getPersonRequest: ["/privacy/requests/1"],
    getPersonArchive: ["/privacy/requests/1/archive"],
    getVisitorArchive: visitors.map((key) => `/visitors/${key}/archive`),
    listAudit: ["/audit?limit=200", "/audit?format=csv"],
    verifyAudit: ["/audit/verify"],
    getMasking: ["/privacy/masking"],
    getRetention: ["/privacy/retention"],
    getPrivacyKey: ["/privacy/key"],
    listErasures: ["/privacy/erasures"],
    getErasure: ["/privacy/erasures/1"],
    listHolds: ["/privacy/holds"],
    previewMasking: ["/privacy/masking/preview", ...ofEach(({ key }) => [`/privacy/masking/preview?key=${key}`])],
    getMe: ["/me"],
    listJobs: ["/settings/jobs"],
    getRebuild: ["/rebuild"],
    getProjection: ["/projection"],
    getOpenApi: ["/openapi.json"],
  } satisfies Partial<Record<EndpointName, string[]>>;
}
