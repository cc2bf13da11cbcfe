import Stripe from "stripe";
import { UpstreamFailure } from "../errors";

/** Stripe understood and said no; asking again would give the same answer. */
export const isFinal = (error: unknown): error is Stripe.errors.StripeError =>
  error instanceof Stripe.errors.StripeInvalidRequestError ||
  error instanceof Stripe.errors.StripePermissionError ||
  error instanceof Stripe.errors.StripeAuthenticationError;

/** Anything else may pass: the caller says what was not done, and may do it again. */
export const passing = (message: string, error: unknown) =>
  error instanceof UpstreamFailure ? error : new UpstreamFailure("stripe", message, error);
