import type { Hostnames, StoredHostname } from "./hostnames";

export { Hostnames } from "./hostnames";

interface Env {
  STATE: DurableObjectNamespace<Hostnames>;
  DNS_API_BASE: string;
}

/**
 * Stands in for the part of Cloudflare's API that gives a partner's own domain a certificate. A hostname goes on by a
 * step whenever it is asked after, as long as its name leads somewhere in the DNS stand-in.
 */
export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const hostnames = env.STATE.get(env.STATE.idFromName("hostnames"));
    const { pathname, searchParams } = new URL(request.url);
    if (pathname.startsWith("/_standin/")) return control(request, pathname, hostnames);

    const [, id] = /^\/zones\/[0-9a-z_]+\/custom_hostnames(?:\/([0-9a-z_]+))?$/i.exec(pathname) ?? [];
    if (!pathname.includes("/custom_hostnames")) return failure(404, 7003, "Could not route to this address");
    if (!/^Bearer \S+$/.test(request.headers.get("authorization") ?? "")) {
      return failure(403, 10000, "Authentication error");
    }
    if (await hostnames.takeFault()) return failure(500, 1000, "This failure was asked for");
    if (!id) return ofZone(request, searchParams.get("hostname"), hostnames);
    return ofHostname(request, await hostnames.find(id), env, hostnames);
  },
};

async function ofZone(
  request: Request,
  hostname: string | null,
  hostnames: DurableObjectStub<Hostnames>,
): Promise<Response> {
  if (request.method === "GET") return success((await hostnames.list(hostname)).map(asAnswered));
  const body = await request.json<{ hostname?: string }>();
  if (!body.hostname) return failure(400, 1407, "Invalid custom hostname");
  const created = await hostnames.create(body.hostname);
  return created ? success(asAnswered(created), 201) : failure(409, 1406, "Duplicate custom hostname found.");
}

async function ofHostname(
  request: Request,
  found: StoredHostname | null,
  { DNS_API_BASE }: Env,
  hostnames: DurableObjectStub<Hostnames>,
): Promise<Response> {
  if (!found) return failure(404, 1436, "The custom hostname was not found.");
  switch (request.method) {
    case "DELETE":
      await hostnames.remove(found.id);
      return Response.json({ id: found.id });
    case "PATCH": {
      const again = { ...found, status: "pending", ssl_status: "initializing", problem: null };
      await hostnames.set(again);
      return success(asAnswered(again));
    }
    default: {
      const isReached = await leadsSomewhere(DNS_API_BASE, found.hostname);
      return success(asAnswered(isReached ? await hostnames.advance(found) : found));
    }
  }
}

async function leadsSomewhere(dns: string, name: string): Promise<boolean> {
  const asked = ["CNAME", "A"].map(async (type) => {
    const response = await fetch(`${dns}?${new URLSearchParams({ name, type })}`, {
      headers: { accept: "application/dns-json" },
    });
    return Boolean((await response.json<{ Answer?: unknown }>()).Answer);
  });
  return (await Promise.all(asked)).includes(true);
}

async function control(
  request: Request,
  pathname: string,
  hostnames: DurableObjectStub<Hostnames>,
): Promise<Response> {
  switch (`${request.method} ${pathname}`) {
    case "GET /_standin/hostnames":
      return Response.json({ hostnames: await hostnames.list(null) });
    case "POST /_standin/hostnames": {
      const set = await request.json<StoredHostname>();
      const [known] = await hostnames.list(set.hostname);
      await hostnames.set({ ...known, ...set, problem: set.problem ?? null });
      return Response.json({});
    }
    case "POST /_standin/faults":
      await hostnames.failNext((await request.json<{ fail_next: number }>()).fail_next);
      return Response.json({});
    default:
      return Response.json({ error: `${request.method} ${pathname} is not here.` }, { status: 404 });
  }
}

const asAnswered = ({ id, hostname, status, ssl_status, problem }: StoredHostname) => ({
  id,
  hostname,
  status,
  ssl: {
    status: ssl_status,
    method: "http",
    type: "dv",
    ...(problem ? { validation_errors: [{ message: problem }] } : {}),
  },
});

const success = (result: unknown, status = 200) =>
  Response.json({ success: true, errors: [], messages: [], result }, { status });

const failure = (status: number, code: number, message: string) =>
  Response.json({ success: false, errors: [{ code, message }], messages: [], result: null }, { status });
