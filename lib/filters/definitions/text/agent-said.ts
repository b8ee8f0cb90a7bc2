import { saidFilter } from "@/lib/filters/kinds/said-filter";

export const agentSaid = saidFilter({
  label: "Agent said",
  help: "an agent or team said these words",
  by: "agent",
  texts: "agents' and teams' messages",
});
