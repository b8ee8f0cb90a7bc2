type Handler = (request: Request) => Promise<Response>;

/** A browser for tests of route handlers: it keeps cookies, and sends requests as one of our own pages. */
export class CookieJar {
  readonly cookies = new Map<string, string>();
  readonly #address: string;

  /** @param address of the client, for rate limits */
  constructor(address: string) {
    this.#address = address;
  }

  get headers(): Headers {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = new Headers({ origin: "http://localhost:3000", "x-forwarded-for": this.#address });
    if (cookie !== "") headers.set("cookie", cookie);
    return headers;
  }

  async post(handler: Handler, path: string, body: unknown, method = "POST"): Promise<Response> {
    const headers = this.headers;
    headers.set("content-type", "application/json");
    const request = new Request(`http://localhost:3000${path}`, {
      method,
      headers,
      body: JSON.stringify(body),
    });
    return this.keep(await handler(request));
  }

  async get(handler: Handler, path: string): Promise<Response> {
    return this.keep(await handler(new Request(`http://localhost:3000${path}`, { headers: this.headers })));
  }

  /** Stores and deletes cookies as a browser does. */
  keep(response: Response): Response {
    this.keepAll(response.headers.getSetCookie());
    return response;
  }

  keepAll(cookies: readonly string[]): void {
    for (const cookie of cookies) {
      const [pair = "", ...attributes] = cookie.split(";");
      const at = pair.indexOf("=");
      const isExpired = attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute));
      if (isExpired) this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }
}
