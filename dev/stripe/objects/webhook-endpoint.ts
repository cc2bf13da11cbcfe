import type Stripe from "stripe";
import { API_VERSION } from "../api-version";

interface Settings {
  url: string;
  enabled_events: string[];
  api_version?: string;
  description?: string;
  metadata?: Record<string, string>;
}

export function buildWebhookEndpoint(id: string, created: number, settings: Settings) {
  return {
    id,
    object: "webhook_endpoint",
    api_version: settings.api_version ?? API_VERSION,
    application: null,
    created,
    description: settings.description ?? null,
    enabled_events: settings.enabled_events,
    livemode: false,
    metadata: settings.metadata ?? {},
    status: "enabled",
    url: settings.url,
  } satisfies Stripe.WebhookEndpoint;
}
