import Stripe from "stripe";
import { UpstreamFailure } from "../errors";

/** Stripe does not take what it was given. */
export const isInvalid = (error: unknown): error is Stripe.errors.StripeInvalidRequestError =>
  error instanceof Stripe.errors.StripeInvalidRequestError;

/** Stripe understood and said no; asking again would give the same answer. */
export const isFinal = (error: unknown): error is Stripe.errors.StripeError =>
  isInvalid(error) ||
  error instanceof Stripe.errors.StripePermissionError ||
  error instanceof Stripe.errors.StripeAuthenticationError;

/** Anything else may pass: the caller says what was not done, and may do it again. */
export const passing = (message: string, error: unknown) =>
  error instanceof UpstreamFailure ? error : new UpstreamFailure("stripe", message, error);
