import { conversationDefinitions } from "./conversation-definitions";
import type { Definition } from "./definition";
import { deliveryDefinitions } from "./delivery-definitions";
import type { EndpointName } from "./endpoints";
import { recordDefinitions } from "./record-definitions";
import { savedDefinitions } from "./saved-definitions";
import { settingsDefinitions } from "./settings-definitions";
import { systemDefinitions } from "./system-definitions";

/** Definitions of all operations of `/api/v1`. Pages import only its type, since it loads zod. */
export const definitions = {
  ...conversationDefinitions,
  ...recordDefinitions,
  ...deliveryDefinitions,
  ...savedDefinitions,
  ...systemDefinitions,
  ...settingsDefinitions,
} satisfies { [Name in EndpointName]: Definition<Name> };
