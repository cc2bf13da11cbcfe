import { env } from "cloudflare:test";

/** What a site answered, with its text as a person reads it. */
export interface Page {
  status: number;
  url: string;
  html: string;
  text: string;
  /** Where a redirect leads, or null. */
  location: string | null;
  headers: Headers;
}

/** One browser on one site: it keeps cookies, sends forms as a page of that site does, and follows nothing. */
export class Visitor {
  origin: string;
  readonly #cookies = new Map<string, string>();

  constructor(host: string) {
    this.origin = `http://${host}`;
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  /** The cookies of another browser, as a thief would have them. */
  steal(cookie: string): this {
    for (const pair of cookie.split("; ")) {
      const [name = "", value = ""] = pair.split("=", 2);
      this.#cookies.set(name, value);
    }
    return this;
  }

  /** Types another host of the same portal, with the cookies that it would have there after signing in. */
  movesTo(host: string): this {
    this.origin = `http://${host}`;
    return this;
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<Page> {
    return this.#ask(path, { headers });
  }

  async post(
    path: string,
    form: Record<string, string> | [string, string][],
    headers: Record<string, string> = {},
  ): Promise<Page> {
    const body = new URLSearchParams(form).toString();
    return this.#ask(path, {
      method: "POST",
      body,
      headers: {
        origin: this.origin,
        "content-type": "application/x-www-form-urlencoded",
        "content-length": String(body.length),
        ...headers,
      },
    });
  }

  /** Sends a form with a file in it. */
  async upload(path: string, form: Record<string, string>, file: Uint8Array, name = "file"): Promise<Page> {
    const fields = new FormData();
    for (const [field, value] of Object.entries(form)) fields.set(field, value);
    fields.set("file", new File([Uint8Array.from(file)], name));
    const { headers, body } = await encoded(fields);
    return this.#ask(path, { method: "POST", body, headers: { origin: this.origin, ...headers } });
  }

  async #ask(path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Page> {
    const url = new URL(path, this.origin).href;
    const request = new Request(url, {
      ...init,
      redirect: "manual",
      headers: { host: new URL(url).host, cookie: this.cookie, ...init.headers },
    });
    const response = await env.APP.fetch(request);
    this.#keep(response.headers);
    const html = await response.text();
    return {
      status: response.status,
      url,
      html,
      text: textOf(html),
      location: response.headers.get("location"),
      headers: response.headers,
    };
  }

  #keep(headers: Headers): void {
    for (const cookie of headers.getSetCookie()) {
      const [pair = ""] = cookie.split(";");
      const [name = "", value = ""] = pair.split("=", 2);
      if (/max-age=0/i.test(cookie)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
  }
}

/** A form as a browser sends it, which says how long it is. */
async function encoded(form: FormData): Promise<{ headers: Record<string, string>; body: ArrayBuffer }> {
  const request = new Request("http://nowhere.test", { method: "POST", body: form });
  const body = await request.arrayBuffer();
  const type = request.headers.get("content-type") ?? "";
  return { headers: { "content-type": type, "content-length": String(body.byteLength) }, body };
}

const ENTITIES: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#x27;": "'",
};

/** The words of a page, one space between them. */
function textOf(html: string): string {
  return html
    .replace(/<(style|script|title)[^>]*>[\s\S]*?<\/\1>/g, " ")
    .replace(/<!--.*?-->/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&[a-z#0-9]+;/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\s+/g, " ")
    .trim();
}

/** The value of a hidden field of a page. */
export function fieldOf(page: Page, name: string): string {
  const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(page.html)?.[1];
  if (value === undefined)
    throw new Error(`${page.url} (${page.status}) has no field ${name}: ${page.text.slice(0, 300)}`);
  return value;
}
