import { Form } from "@remix-run/react";
import type { ReactNode } from "react";

interface InviteFormProps {
  customerId: string;
  /** Makes an invitation that is sent twice one. */
  formId: string;
  /** The button. */
  children: ReactNode;
}

/** Invites a customer from their own pages, and leads back to them. */
export const InviteForm = ({ customerId, formId, children }: InviteFormProps) => (
  <Form method="post" action={`/customers/${customerId}/invite`}>
    <input type="hidden" name="formId" value={formId} />
    <input type="hidden" name="from" value="customer" />
    {children}
  </Form>
);
