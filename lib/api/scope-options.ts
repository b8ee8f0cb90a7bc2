/** A bot or account that a scope can be restricted to. */
export interface ScopeOption {
  /** A bot's ID or an account's key. */
  value: string;
  name: string;
}

export interface ScopeOptions {
  bots: ScopeOption[];
  accounts: ScopeOption[];
}
