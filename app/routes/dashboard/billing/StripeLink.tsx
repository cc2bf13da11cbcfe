import { TextLink } from "../../../ui/TextLink";

interface StripeLinkProps {
  href: string;
  /** Which payment of the page it is: a plan and a time. */
  of: string;
}

/** Leads to a payment in Stripe's dashboard, on a page beside this one. A head or a term says where. */
export function StripeLink({ href, of }: StripeLinkProps) {
  return (
    <TextLink href={href} target="_blank" rel="noreferrer" aria-label={`Open in Stripe dashboard: ${of}`}>
      Open
    </TextLink>
  );
}
