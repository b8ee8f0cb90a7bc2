import { analyticsDefinitions } from "./analytics-definitions";
import { auditDefinitions } from "./audit-definitions";
import { conversationDefinitions } from "./conversation-definitions";
import type { Definition } from "./definition";
import { deliveryDefinitions } from "./delivery-definitions";
import type { EndpointName } from "./endpoints";
import { erasureDefinitions } from "./erasure-definitions";
import { flowDefinitions } from "./flow-definitions";
import { funnelDefinitions } from "./funnel-definitions";
import { holdDefinitions } from "./hold-definitions";
import { personDefinitions } from "./person-definitions";
import { privacyDefinitions } from "./privacy-definitions";
import { recordDefinitions } from "./record-definitions";
import { retentionDefinitions } from "./retention-definitions";
import { savedDefinitions } from "./saved-definitions";
import { securityDefinitions } from "./security-definitions";
import { settingsDefinitions } from "./settings-definitions";
import { stuckDefinitions } from "./stuck-definitions";
import { systemDefinitions } from "./system-definitions";

/** Definitions of all operations of `/api/v1`. Pages import only its type, since it loads zod. */
export const definitions = {
  ...conversationDefinitions,
  ...analyticsDefinitions,
  ...flowDefinitions,
  ...funnelDefinitions,
  ...stuckDefinitions,
  ...recordDefinitions,
  ...deliveryDefinitions,
  ...savedDefinitions,
  ...systemDefinitions,
  ...settingsDefinitions,
  ...privacyDefinitions,
  ...personDefinitions,
  ...erasureDefinitions,
  ...holdDefinitions,
  ...retentionDefinitions,
  ...auditDefinitions,
  ...securityDefinitions,
} satisfies { [Name in EndpointName]: Definition<Name> };
