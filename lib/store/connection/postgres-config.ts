import "server-only";
import { once } from "node:events";
import { connect } from "node:net";
import { Client, type ClientConfig } from "pg";

/**
 * The driver's configuration for a Postgres URL: `sslmode` as in libpq, and the tables in the schema of Prisma's `?schema=`,
 * which the driver would ignore.
 */
export async function postgresConfig(url: string): Promise<ClientConfig> {
  const [base = "", query = ""] = url.split(/\?(.*)/s);
  const parameters = new URLSearchParams(query);
  const schema = parameters.get("schema");
  parameters.delete("schema");
  if (schema) {
    const options = parameters.get("options");
    parameters.set("options", `${options ? `${options} ` : ""}-c search_path="${schema}"`);
  }
  const mode = parameters.get("sslmode");
  const config = () => ({ connectionString: parameters.size === 0 ? base : `${base}?${parameters}` });
  if (mode === "prefer" || mode === "allow") {
    parameters.delete("sslmode");
    if (await offersEncryption(config())) parameters.set("sslmode", "no-verify");
    return config();
  }
  // Uses the system's certificates, the driver's default when no file is named.
  if (parameters.get("sslrootcert") === "system") {
    parameters.delete("sslrootcert");
    parameters.set("sslmode", "verify-full");
  }
  if (mode !== null && mode !== "no-verify") parameters.set("uselibpqcompat", "true");
  return config();
}

const encryptionRequest = Buffer.from([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f]);

/** Probes the server for TLS as libpq does. An unreachable server returns false: connecting to it reports the reason. */
async function offersEncryption(config: ClientConfig): Promise<boolean> {
  const { host, port } = new Client(config);
  if (host.startsWith("/")) return false;
  const socket = connect({ host, port, timeout: 3000 });
  try {
    socket.on("timeout", () => socket.destroy(new Error("timeout")));
    socket.write(encryptionRequest);
    const [answer]: Buffer[] = await once(socket, "data");
    return answer?.toString("latin1", 0, 1) === "S";
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
