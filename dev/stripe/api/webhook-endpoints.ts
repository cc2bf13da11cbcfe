import type Stripe from "stripe";
import { listPage } from "../http/list-page";
import { fields, flag, list, metadata, none, paging, required, text, url } from "../http/parameters";
import { route } from "../http/route";
import { newId } from "../ids";
import { buildWebhookEndpoint } from "../objects/webhook-endpoint";

const PATH = "/v1/webhook_endpoints";

const newEndpoint = fields({
  url,
  enabled_events: list(text),
  api_version: text,
  connect: flag,
  description: text,
  metadata,
});

const changes = fields({ url, enabled_events: list(text), disabled: flag, description: text, metadata });

export const webhookEndpointRoutes = [
  route("POST", PATH, newEndpoint, (scope, { connect = false, ...params }) => {
    const endpoint = buildWebhookEndpoint(newId("we_1"), scope.now_s, {
      ...params,
      url: required(params.url, "url"),
      enabled_events: required(params.enabled_events, "enabled_events"),
    });
    const secret = newId("whsec_", 32);
    scope.insert("webhook_endpoint", endpoint, { secret, connect });
    // The only answer in which Stripe ever shows the secret.
    return { ...endpoint, secret };
  }),

  route("GET", PATH, fields({ ...paging }), (scope, page) => listPage(scope, "webhook_endpoint", PATH, page)),

  route("GET", `${PATH}/:id`, none, (scope, _, { id }) => scope.get("webhook_endpoint", id).body),

  route("POST", `${PATH}/:id`, changes, (scope, { disabled, ...params }, { id }) => {
    const { body: endpoint } = scope.get("webhook_endpoint", id);
    return scope.save("webhook_endpoint", {
      ...endpoint,
      ...params,
      metadata: { ...endpoint.metadata, ...params.metadata },
      status: disabled === undefined ? endpoint.status : disabled ? "disabled" : "enabled",
    });
  }),

  route("DELETE", `${PATH}/:id`, none, (scope, _, { id }) => {
    scope.get("webhook_endpoint", id);
    scope.world.objects.remove(id);
    return { id, object: "webhook_endpoint", deleted: true } satisfies Stripe.DeletedWebhookEndpoint;
  }),
];
