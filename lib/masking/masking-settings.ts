/** Which variables are personal: those that differ from the default, by name. */
export interface MaskingSettings {
  readonly variables: Readonly<Record<string, boolean>>;
}

export const defaultMasking: MaskingSettings = { variables: {} };

/** Whether a variable's values are masked: a contact variable (`visitor_…`) and the IP address unless switched off. */
export function isPersonalVariable({ variables }: MaskingSettings, name: string): boolean {
  return Object.hasOwn(variables, name) ? variables[name] === true : isPersonalByDefault(name);
}

export function isPersonalByDefault(name: string): boolean {
  return name.startsWith("visitor_") || name === "ip_address";
}
