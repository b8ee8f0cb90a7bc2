import type { Permission, Role } from "@/lib/access/permissions";
import type { EndpointName } from "@/lib/api/endpoints/endpoints";

/** Who has which permission, as specified; anything else is refused. */
export const permitted: Record<Permission, readonly Role[]> = {
  read: ["admin", "privacy", "agent", "analyst", "viewer"],
  personal: ["admin", "privacy", "agent"],
  raw: ["admin", "privacy", "agent"],
  export: ["admin", "privacy", "agent", "analyst"],
  analytics: ["admin", "privacy", "agent", "analyst"],
  operate: ["admin"],
  manage: ["admin"],
  privacy: ["admin", "privacy"],
};

export interface Row {
  /** Null: everyone who is signed in. */
  needs: Permission | null;
  path: string;
  /** Changes are only for sessions: they are sent with an unknown parameter, which is looked at after the permission. */
  changes?: true;
  /** Refused to those with a scope. */
  wholeOnly?: true;
  /** About something that is outside the scope of the scoped users. */
  outside?: string;
}

/** Every operation. */
export function rowsOf(inside: Subject, outside: Subject): Record<EndpointName, Row> {
  const of = (path: (subject: Subject) => string) => ({ path: path(inside), outside: path(outside) });
  const change = (needs: Permission | null, path: string): Row => ({
    needs,
    path: `${path}?colour=red`,
    changes: true,
  });
  return {
    listConversations: { needs: "read", path: "/conversations" },
    getConversation: { needs: "read", ...of(({ key }) => `/conversations/${key}`) },
    listConversationEvents: { needs: "read", ...of(({ key }) => `/conversations/${key}/events`) },
    listQuestions: { needs: "read", ...of(({ key }) => `/conversations/${key}/questions`) },
    getTranscript: { needs: "read", ...of(({ key }) => `/conversations/${key}/transcript`) },
    getReveal: { needs: "read", ...of(({ key }) => `/conversations/${key}/reveal`) },
    createReveal: change("read", `/conversations/${inside.key}/reveal`),
    countConversations: { needs: "read", path: "/counts" },
    listFacets: { needs: "read", path: "/facets" },
    listFilterValues: { needs: "read", path: "/filters" },
    listMetrics: { needs: "analytics", path: "/analytics/metrics" },
    getMetricSummary: { needs: "analytics", path: "/analytics/summary" },
    getMetricSeries: { needs: "analytics", path: "/analytics/series?metric=started" },
    getMetricBreakdown: { needs: "analytics", path: "/analytics/breakdown?metric=started&by=bot" },
    getMetricDistribution: { needs: "analytics", path: "/analytics/distribution?metric=duration" },
    listPeople: { needs: "analytics", path: "/analytics/people" },
    listFlows: { needs: "analytics", path: "/flows" },
    getFlow: { needs: "analytics", ...of(({ botId }) => `/flows/${botId}`) },
    getFlowPrompt: {
      needs: "analytics",
      ...of(({ botId, promptId }) => `/flows/${botId}/prompts/${promptId}?from=2000-01-01`),
    },
    getFlowWiring: { needs: "analytics", ...of(({ botId }) => `/flows/${botId}/wiring`) },
    getFunnelResult: { needs: "analytics", path: "/funnels/result?step=engaged%3Dyes" },
    listStuck: { needs: "read", path: "/stuck" },
    exportConversations: { needs: "export", path: "/export?format=csv" },
    getExportSize: { needs: "export", path: "/export/size" },
    getEvent: { needs: "raw", ...of(({ eventId }) => `/events/${eventId}`) },
    getVisitor: { needs: "read", ...of(({ visitorKey }) => `/visitors/${visitorKey}`) },
    listVisitorEvents: { needs: "read", ...of(({ visitorKey }) => `/visitors/${visitorKey}/events`) },
    listVariableValues: { needs: "read", ...of(({ visitorKey }) => `/visitors/${visitorKey}/variables/plan`) },
    listDeliveries: { needs: "raw", path: "/deliveries" },
    getDelivery: { needs: "raw", ...of(({ deliveryId }) => `/deliveries/${deliveryId}`) },
    getDeliveryBody: { needs: "raw", ...of(({ deliveryId }) => `/deliveries/${deliveryId}/raw`) },
    getDeliveryActivity: { needs: "raw", path: "/deliveries/activity" },
    reprocessDelivery: change("operate", "/deliveries/1/reprocess"),
    reprocessDeliveries: change("operate", "/deliveries/reprocess"),
    dismissDeliveries: change("operate", "/deliveries/dismiss"),
    restoreDeliveries: change("operate", "/deliveries/restore"),
    getUnfamiliar: { needs: "raw", path: "/unfamiliar", wholeOnly: true },
    listViews: { needs: "read", path: "/views" },
    countViews: { needs: "read", path: "/views/counts" },
    createView: change("read", "/views"),
    updateView: change("read", "/views/1"),
    deleteView: change("read", "/views/1"),
    setDefaultView: change("read", "/views/default"),
    listBookmarks: { needs: "read", path: "/bookmarks" },
    listBookmarkKeys: { needs: "read", path: "/bookmarks/marks" },
    createBookmark: change("read", "/bookmarks"),
    updateBookmark: change("read", "/bookmarks/1"),
    deleteBookmark: change("read", "/bookmarks/1"),
    streamChanges: { needs: "read", path: "/live" },
    listChanges: { needs: "read", path: "/changes" },
    getSetup: { needs: "operate", path: "/setup" },
    sendSamples: change("operate", "/setup/samples"),
    getMe: { needs: null, path: "/me" },
    changePassword: change(null, "/settings/password"),
    startSecondFactor: change(null, "/settings/second-factor"),
    confirmSecondFactor: change(null, "/settings/second-factor/confirm"),
    renewBackupCodes: change(null, "/settings/second-factor/backup-codes"),
    removeSecondFactor: change(null, "/settings/second-factor/remove"),
    revokeSessions: change(null, "/settings/sessions"),
    revokeSession: change(null, "/settings/sessions/1"),
    createApiToken: change(null, "/settings/api-tokens"),
    revokeApiToken: change(null, "/settings/api-tokens/1"),
    createWebhookToken: change("operate", "/settings/webhook-tokens"),
    revokeWebhookToken: change("operate", "/settings/webhook-tokens/1"),
    listUsers: { needs: "manage", path: "/settings/users", wholeOnly: true },
    createUser: change("manage", "/settings/users"),
    updateUser: change("manage", "/settings/users/1"),
    deleteUser: change("manage", "/settings/users/1"),
    signOutUser: change("manage", "/settings/users/1/sessions"),
    getMasking: { needs: "privacy", path: "/privacy/masking", wholeOnly: true },
    setMasking: change("privacy", "/privacy/masking"),
    previewMasking: { needs: "privacy", path: "/privacy/masking/preview" },
    findPeople: { needs: "privacy", path: "/privacy/people?q=nobody", wholeOnly: true },
    listPersonRequests: { needs: "privacy", path: "/privacy/requests", wholeOnly: true },
    createPersonRequest: change("privacy", "/privacy/requests"),
    getPersonRequest: {
      needs: "privacy",
      path: `/privacy/requests/${encodeURIComponent(inside.requestId)}`,
      wholeOnly: true,
    },
    updatePersonRequest: change("privacy", "/privacy/requests/1"),
    getPersonArchive: {
      needs: "privacy",
      path: `/privacy/requests/${encodeURIComponent(inside.requestId)}/archive`,
      wholeOnly: true,
    },
    erasePerson: change("privacy", "/privacy/requests/1/erasures"),
    getVisitorArchive: {
      needs: "privacy",
      path: `/visitors/${encodeURIComponent(inside.visitorKey)}/archive`,
      wholeOnly: true,
    },
    getRetention: { needs: "privacy", path: "/privacy/retention", wholeOnly: true },
    setRetention: change("privacy", "/privacy/retention"),
    previewRetention: change("privacy", "/privacy/retention/preview"),
    getPrivacyKey: { needs: "privacy", path: "/privacy/key", wholeOnly: true },
    listErasures: { needs: "privacy", path: "/privacy/erasures", wholeOnly: true },
    createErasure: change("privacy", "/privacy/erasures"),
    getErasure: {
      needs: "privacy",
      path: `/privacy/erasures/${encodeURIComponent(inside.requestId)}`,
      wholeOnly: true,
    },
    listHolds: { needs: "privacy", path: "/privacy/holds", wholeOnly: true },
    createHold: change("privacy", "/privacy/holds"),
    deleteHold: change("privacy", "/privacy/holds/1"),
    listAudit: { needs: "privacy", path: "/audit", wholeOnly: true },
    verifyAudit: { needs: "privacy", path: "/audit/verify", wholeOnly: true },
    resetSecondFactor: change("manage", "/settings/users/1/second-factor"),
    getSecurity: { needs: "manage", path: "/settings/security", wholeOnly: true },
    updateSecurity: change("manage", "/settings/security"),
    listJobs: { needs: "operate", path: "/settings/jobs", wholeOnly: true },
    retryJob: change("operate", "/settings/jobs/retry"),
    getRebuild: { needs: "read", path: "/rebuild" },
    getProjection: { needs: "read", path: "/projection" },
    getOpenApi: { needs: null, path: "/openapi.json" },
  };
}

/** What the rows are about. */
export interface Subject {
  key: string;
  visitorKey: string;
  eventId: string;
  deliveryId: string;
  botId: string;
  /** A prompt of the bot. */
  promptId: string;
  /** A person's request with the visitor. */
  requestId: string;
}
