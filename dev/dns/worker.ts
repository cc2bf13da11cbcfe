import { readRecord, spelled } from "./record";
import type { Zone } from "./zone";
import { zonePage } from "./zone-page";

export { Zone } from "./zone";

interface Env {
  STATE: DurableObjectNamespace<Zone>;
}

const MISTAKE =
  'A record has a name, a value and a type, as in {"type": "TXT", "name": "acme.test", "value": "hello"}.';

/** Stands in for the resolver: answers as Cloudflare's DNS over HTTPS does, from records that are set by hand. */
export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const zone = env.STATE.get(env.STATE.idFromName("zone"));
    const { pathname, searchParams } = new URL(request.url);

    switch (`${request.method} ${pathname}`) {
      case "GET /dns-query":
        return answerQuery(request, searchParams, zone);
      case "GET /":
        return zonePage(await zone.list(), searchParams.get("mistake"));
      case "POST /records":
      case "POST /records/remove":
        return fromPage(request, pathname === "/records", zone);
      case "GET /_standin/records":
        return Response.json({ records: await zone.list() });
      case "POST /_standin/records":
        return add(await request.json().catch(() => null), zone);
      case "DELETE /_standin/records":
        await zone.remove(whichOf(searchParams));
        return Response.json({ records: await zone.list() });
      case "POST /_standin/faults":
        await zone.failNext((await request.json<{ fail_next: number }>()).fail_next);
        return Response.json({});
    }
    return Response.json({ error: `${request.method} ${pathname} is not here.` }, { status: 404 });
  },
};

async function answerQuery(
  request: Request,
  query: URLSearchParams,
  zone: DurableObjectStub<Zone>,
): Promise<Response> {
  if (request.headers.get("accept") !== "application/dns-json") {
    return Response.json({ error: "Accept application/dns-json." }, { status: 400 });
  }
  const asked = readRecord({ name: query.get("name"), type: query.get("type"), value: "asked" });
  if (!asked) return Response.json({ error: "Invalid query." }, { status: 400 });
  const found = await zone.resolve(asked.name, asked.type);
  if (!found) return Response.json({ error: "This failure was asked for." }, { status: 503 });
  return Response.json(
    {
      Status: found.isKnown ? 0 : 3,
      TC: false,
      RD: true,
      RA: true,
      AD: false,
      CD: false,
      Question: [{ name: asked.name, type: asked.type }],
      ...(found.answer.length > 0 ? { Answer: found.answer } : {}),
    },
    { headers: { "content-type": "application/dns-json" } },
  );
}

async function fromPage(request: Request, isNew: boolean, zone: DurableObjectStub<Zone>): Promise<Response> {
  const record = readRecord(Object.fromEntries(await request.formData()));
  if (!record) return back(`/?${new URLSearchParams({ mistake: MISTAKE })}`);
  await (isNew ? zone.add(record) : zone.remove(record));
  return back("/");
}

async function add(body: unknown, zone: DurableObjectStub<Zone>): Promise<Response> {
  const record = readRecord(body);
  if (!record) return Response.json({ error: MISTAKE }, { status: 422 });
  await zone.add(record);
  return Response.json(record);
}

function whichOf(query: URLSearchParams) {
  const name = query.get("name");
  return { name: name === null ? null : spelled(name), type: query.get("type"), value: query.get("value") };
}

const back = (location: string) => new Response(null, { status: 303, headers: { location } });
