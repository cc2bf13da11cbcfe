import type { Route } from "../http/route";
import { accountLinkRoutes } from "./account-links";
import { accountRoutes } from "./accounts";
import { accountV2Routes } from "./accounts-v2";
import { applicationFeeRoutes } from "./application-fees";
import { balanceRoutes } from "./balance";
import { chargeRoutes } from "./charges";
import { checkoutSessionRoutes } from "./checkout-sessions";
import { customerRoutes } from "./customers";
import { disputeRoutes } from "./disputes";
import { eventRoutes } from "./events";
import { paymentIntentRoutes } from "./payment-intents";
import { paymentMethodRoutes } from "./payment-methods";
import { paymentPageRoutes } from "./payment-pages";
import { priceRoutes } from "./prices";
import { productRoutes } from "./products";
import { refundRoutes } from "./refunds";
import { webhookEndpointRoutes } from "./webhook-endpoints";

/** Every URL of the API that the stand-in knows. */
export const ROUTES: Route[] = [
  ...checkoutSessionRoutes,
  ...paymentPageRoutes,
  ...productRoutes,
  ...priceRoutes,
  ...customerRoutes,
  ...paymentMethodRoutes,
  ...paymentIntentRoutes,
  ...chargeRoutes,
  ...refundRoutes,
  ...disputeRoutes,
  ...applicationFeeRoutes,
  ...balanceRoutes,
  ...accountRoutes,
  ...accountLinkRoutes,
  ...accountV2Routes,
  ...eventRoutes,
  ...webhookEndpointRoutes,
];
