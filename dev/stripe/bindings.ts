export interface Bindings {
  /** Where people reach the hosted pages. Never taken from a request, so that a Host header cannot move them. */
  ORIGIN: string;
  STRIPE_WEBHOOK_URL: string;
  /** Signs the platform's own events. */
  STRIPE_WEBHOOK_SECRET: string;
  /** Signs the events of connected accounts. */
  STRIPE_CONNECT_WEBHOOK_SECRET: string;
}
