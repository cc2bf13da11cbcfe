import { Form } from "@remix-run/react";
import type { PortalAccess } from "../../../customers/portal-access";
import { Card } from "../../../ui/Card";
import { Notice } from "../../../ui/Notice";
import { SubmitButton } from "../../../ui/SubmitButton";
import { TextLink } from "../../../ui/TextLink";
import { InviteForm } from "./InviteForm";

interface PortalAccessCardProps {
  customerId: string;
  formId: string;
  access: PortalAccess;
  hasPortal: boolean;
}

const STANDING: Record<PortalAccess, string> = {
  none: "Off. Enabled, they are invited by e-mail and come in with a code that is sent to their address.",
  invited: "On. They can sign in and have not done so yet.",
  active: "On. They have signed in.",
  blocked: "Blocked. Whoever signs in with their address reads that access is off, and whom to ask.",
};

/** Whether a customer comes into the portal, and the step that leads on from there. */
export function PortalAccessCard({ customerId, formId, access, hasPortal }: PortalAccessCardProps) {
  return (
    <Card id="portal-access" title="Customer portal" description={STANDING[access]}>
      <div className="grid justify-items-start gap-4">
        {!hasPortal && access !== "blocked" && (
          <Notice
            tone="warning"
            title="Set up your whitelabel portal first"
            text="It is missing or switched off, so nobody comes in."
            action={<TextLink href="/settings/portal">Open portal settings</TextLink>}
          />
        )}
        {access === "none" && (
          <InviteForm customerId={customerId} formId={formId}>
            <SubmitButton>Enable Customer Portal</SubmitButton>
          </InviteForm>
        )}
        <Form method="post" action={`/customers/${customerId}/access`}>
          {access === "blocked" ? (
            <SubmitButton name="change" value="unblock">
              Unblock customer
            </SubmitButton>
          ) : (
            <SubmitButton name="change" value="block" variant="secondary">
              Block customer
            </SubmitButton>
          )}
        </Form>
      </div>
    </Card>
  );
}
