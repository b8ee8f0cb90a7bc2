import type { Endpoint, Method } from "./endpoint";

const table = {
  listConversations: ["GET", "/conversations"],
  getConversation: ["GET", "/conversations/{key}"],
  listConversationEvents: ["GET", "/conversations/{key}/events"],
  listQuestions: ["GET", "/conversations/{key}/questions"],
  getTranscript: ["GET", "/conversations/{key}/transcript"],
  countConversations: ["GET", "/counts"],
  listFacets: ["GET", "/facets"],
  listFilterValues: ["GET", "/filters"],
  exportConversations: ["GET", "/export"],
  getExportSize: ["GET", "/export/size"],
  getEvent: ["GET", "/events/{id}"],
  getVisitor: ["GET", "/visitors/{key}"],
  listVisitorEvents: ["GET", "/visitors/{key}/events"],
  listVariableValues: ["GET", "/visitors/{key}/variables/{name}"],
  listDeliveries: ["GET", "/deliveries"],
  getDelivery: ["GET", "/deliveries/{id}"],
  getDeliveryBody: ["GET", "/deliveries/{id}/raw"],
  getDeliveryActivity: ["GET", "/deliveries/activity"],
  reprocessDelivery: ["POST", "/deliveries/{id}/reprocess"],
  reprocessDeliveries: ["POST", "/deliveries/reprocess"],
  dismissDeliveries: ["POST", "/deliveries/dismiss"],
  restoreDeliveries: ["POST", "/deliveries/restore"],
  getUnfamiliar: ["GET", "/unfamiliar"],
  listViews: ["GET", "/views"],
  countViews: ["GET", "/views/counts"],
  createView: ["POST", "/views"],
  updateView: ["PATCH", "/views/{id}"],
  deleteView: ["DELETE", "/views/{id}"],
  setDefaultView: ["POST", "/views/default"],
  listBookmarks: ["GET", "/bookmarks"],
  listBookmarkKeys: ["GET", "/bookmarks/marks"],
  createBookmark: ["POST", "/bookmarks"],
  updateBookmark: ["PATCH", "/bookmarks/{id}"],
  deleteBookmark: ["DELETE", "/bookmarks/{id}"],
  streamChanges: ["GET", "/live"],
  listChanges: ["GET", "/changes"],
  getSetup: ["GET", "/setup"],
  sendSamples: ["POST", "/setup/samples"],
  getMe: ["GET", "/me"],
  changePassword: ["POST", "/settings/password"],
  revokeSessions: ["DELETE", "/settings/sessions"],
  revokeSession: ["DELETE", "/settings/sessions/{id}"],
  createApiToken: ["POST", "/settings/api-tokens"],
  revokeApiToken: ["DELETE", "/settings/api-tokens/{id}"],
  createWebhookToken: ["POST", "/settings/webhook-tokens"],
  revokeWebhookToken: ["DELETE", "/settings/webhook-tokens/{id}"],
  createUser: ["POST", "/settings/users"],
  updateUser: ["PATCH", "/settings/users/{id}"],
  deleteUser: ["DELETE", "/settings/users/{id}"],
  getRebuild: ["GET", "/rebuild"],
  getProjection: ["GET", "/projection"],
  getOpenApi: ["GET", "/openapi.json"],
} as const satisfies Record<string, readonly [Method, `/${string}`]>;

export type EndpointName = keyof typeof table;

type Endpoints = { readonly [Name in EndpointName]: Endpoint<Name, (typeof table)[Name][1]> };

/** All operations of `/api/v1`, without schemas: pages load this table. */
export const endpoints = Object.fromEntries(
  Object.entries(table).map(([name, [method, path]]) => [name, { name, method, path }]),
  // `fromEntries` loses the relation of names and paths.
) as Endpoints;
