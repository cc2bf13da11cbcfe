import { index, layout, type RouteConfig, route } from "@remix-run/route-config";

/**
 * Every URL on one screen. A page belongs to one site and is a 404 on the other: what is under `dashboard` is
 * served on the platform's host, what is under `portal` on portals' hosts. The one address that is not here,
 * `/webhooks/stripe`, is no page: serve.server.ts answers it before Remix.
 */
export default [
  index("routes/start.ts"),
  route("sign-in", "routes/sign-in.tsx"),
  route("sign-in/code", "routes/sign-in-code.tsx"),
  route("sign-in/link/:token", "routes/sign-in-link.tsx"),
  route("sign-out", "routes/sign-out.ts"),
  route("language", "routes/language.ts"),
  route("preview", "routes/preview-closed.tsx"),
  route("preview/:token", "routes/preview.tsx"),

  layout("routes/dashboard/layout.tsx", [
    route("home", "routes/dashboard/home.tsx"),
    route("customers", "routes/dashboard/customers.tsx"),
    route("customers/:customerId", "routes/dashboard/customer.tsx"),
    route("customers/:customerId/billing", "routes/dashboard/customer-billing.tsx"),
    route("customers/:customerId/preview", "routes/dashboard/preview-portal.tsx"),
    route("customers/:customerId/refund-cases/:purchaseId", "routes/dashboard/refund-case.tsx"),
    route("settings", "routes/dashboard/settings.tsx"),
    route("settings/customer-credit-plans", "routes/dashboard/credit-plans.tsx"),
    route("settings/customer-credit-plans/new", "routes/dashboard/new-credit-plan.tsx"),
    route("settings/customer-credit-plans/starter", "routes/dashboard/start-with-three-plans.tsx"),
    route("settings/customer-credit-plans/order", "routes/dashboard/plan-order.tsx"),
    route("settings/customer-credit-plans/:planId", "routes/dashboard/edit-credit-plan.tsx"),
    route("settings/customer-credit-plans/:planId/active", "routes/dashboard/switch-active.tsx"),
    route("settings/customer-credit-plans/:planId/popular", "routes/dashboard/switch-popular.tsx"),
    route("settings/customer-credit-plans/:planId/move", "routes/dashboard/move-credit-plan.tsx"),
    route("settings/customer-credit-plans/:planId/duplicate", "routes/dashboard/duplicate-credit-plan.tsx"),
    route("settings/customer-credit-plans/:planId/delete", "routes/dashboard/delete-credit-plan.tsx"),
    route("settings/portal", "routes/dashboard/portal.tsx"),
    route("settings/portal/images", "routes/dashboard/portal-images.tsx"),
    route("settings/account", "routes/dashboard/account.tsx"),
    route("settings/plan-tier", "routes/dashboard/plan-tier.tsx"),
    route("settings/refund-policy", "routes/dashboard/refund-policy.tsx"),
    route("settings/stripe-connect", "routes/dashboard/stripe-connect.tsx"),
    route("settings/stripe-connect/disconnect", "routes/dashboard/disconnect-stripe.tsx"),
    route("billing-and-invoices", "routes/dashboard/billing.tsx"),
    route("billing-and-invoices/attempts", "routes/dashboard/attempts.tsx"),
    route("billing-and-invoices/reconcile", "routes/dashboard/reconcile.tsx"),
    route("billing-and-invoices/webhooks", "routes/dashboard/webhook-events.tsx"),
    route("billing-and-invoices/webhooks/:eventId/replay", "routes/dashboard/replay-event.tsx"),
  ]),

  layout("routes/portal/layout.tsx", [
    route("credits", "routes/portal/credits.tsx"),
    route("billing", "routes/portal/billing.tsx"),
    route("billing/purchases", "routes/portal/purchases.tsx"),
    route("billing/purchases.csv", "routes/portal/purchases-file.ts"),
    route("history", "routes/portal/history.tsx"),
    route("history.csv", "routes/portal/history-file.ts"),
    route("account", "routes/portal/account.tsx"),
    route("purchases/:purchaseId", "routes/portal/purchase.tsx"),
    route("purchases/:purchaseId/receipt", "routes/portal/receipt.tsx"),
    route("purchases/:purchaseId/again", "routes/portal/buy-again.tsx"),
  ]),

  route("brand/:imageId", "routes/brand.ts"),
  route("operator/rebuild", "routes/operator/rebuild.ts"),
  route("operator/restore-wallet", "routes/operator/restore-wallet.ts"),
  route("operator/verify", "routes/operator/verify.ts"),
  route("*", "routes/unknown.ts"),
] satisfies RouteConfig;
