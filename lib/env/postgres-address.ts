/** Why an address is not a valid Postgres URL, as a clause that follows the variable's name; null if it is valid. */
export function faultOfPostgresAddress(text: string): string | null {
  const rest = text.replace(/^postgres(ql)?:\/\//, "");
  if (rest === text) return "must begin with postgresql://";
  const unescaped = unescapedIn(rest);
  if (unescaped !== null) {
    const code = encodeURIComponent(unescaped);
    return `has a user or password with ${unescaped} in it: encode ${unescaped} as ${code}`;
  }
  // The driver accepts a user without a host, as for a socket.
  if (!URL.canParse(text.replace("@/", "@localhost/")))
    return "is not an address such as postgresql://user:password@host:5432/database";
  return faultOfParameters(new URLSearchParams(rest.split("?")[1]));
}

/** The first character of a user or password that has to be encoded. */
function unescapedIn(rest: string): string | null {
  if (/#/.test(rest)) return "#";
  const beforeQuery = rest.split(/\?(?=[\w.]+=)/)[0] ?? "";
  const end = beforeQuery.lastIndexOf("@");
  if (end === -1) return null;
  const credentials = beforeQuery.slice(0, end);
  if (/%(?![0-9a-f]{2})/i.test(credentials)) return "%";
  return /[@/?\s]/.exec(credentials)?.[0] ?? null;
}

const modes = ["disable", "allow", "prefer", "require", "verify-ca", "verify-full", "no-verify"];

function faultOfParameters(parameters: URLSearchParams): string | null {
  const schema = parameters.get("schema");
  if (schema !== null && !/^(?!pg_)[a-z_][\w$]{0,62}$/i.test(schema)) {
    return "has a ?schema= that is not a plain name: use letters, digits and _";
  }
  const mode = parameters.get("sslmode");
  if (mode !== null && !modes.includes(mode))
    return `has an unknown sslmode: use one of ${modes.slice(0, -1).join(", ")}`;
  if (mode === "verify-ca" && !parameters.get("sslrootcert")) {
    return "has sslmode=verify-ca without sslrootcert=<file of the CA's certificate>";
  }
  return null;
}
