import { answerError } from "./errors";
import type { Inbox, SendingDomain } from "./inbox";

/**
 * The provider's API of sending domains: `POST /domains`, `GET /domains/{id}`, `POST /domains/{id}/verify` and
 * `DELETE /domains/{id}`. It looks at no DNS: who asks for a verification has one.
 */
export async function answerDomains(request: Request, inbox: DurableObjectStub<Inbox>): Promise<Response> {
  if (!/^Bearer re_\S+$/.test(request.headers.get("authorization") ?? "")) {
    return answerError("invalid_api_key", "API key is invalid.");
  }
  const [, id = "", verify] =
    /^\/domains(?:\/([\w-]+)(\/verify)?)?$/.exec(new URL(request.url).pathname) ?? [];
  if (request.method === "POST" && id === "") {
    const body: unknown = await request.json().catch(() => null);
    const { name } = (body ?? {}) as { name?: unknown };
    if (typeof name !== "string" || name === "") {
      return answerError("missing_required_field", "Missing `name` field.");
    }
    return Response.json(described(await inbox.addDomain(name)), { status: 201 });
  }
  const found =
    request.method === "POST" && verify ? await inbox.verifyDomain(id) : await inbox.findDomain(id);
  if (!found) return answerError("not_found", "Domain not found");
  if (request.method === "DELETE") {
    await inbox.removeDomain(id);
    return Response.json({ object: "domain", id, deleted: true });
  }
  return Response.json(described(found));
}

const described = (domain: SendingDomain) => ({
  object: "domain",
  ...domain,
  region: "us-east-1",
  records: [
    {
      record: "SPF",
      name: "send",
      type: "MX",
      ttl: "Auto",
      status: domain.status,
      value: "feedback-smtp.us-east-1.amazonses.com",
      priority: 10,
    },
    {
      record: "SPF",
      name: "send",
      type: "TXT",
      ttl: "Auto",
      status: domain.status,
      value: "v=spf1 include:amazonses.com ~all",
    },
    {
      record: "DKIM",
      name: "resend._domainkey",
      type: "TXT",
      ttl: "Auto",
      status: domain.status,
      value: `p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQ${domain.id.replaceAll("-", "")}IDAQAB`,
    },
  ],
});
