import type { CustomerHeadRow } from "../../../customers/customer-head";
import { Badge } from "../../../ui/Badge";
import { Button, ButtonLink } from "../../../ui/Button";
import { CopyableId } from "../../../ui/CopyableId";
import { PageHeader } from "../../../ui/PageHeader";
import { SubmitButton } from "../../../ui/SubmitButton";
import { CustomerTabs } from "./CustomerTabs";
import { InviteForm } from "./InviteForm";

interface CustomerHeadProps {
  customer: CustomerHeadRow;
  current: "credits" | "features" | "billing";
}

/** Who a customer is and what can be done about them, above each of their tabs. */
export function CustomerHead({ customer, current }: CustomerHeadProps) {
  const { id, name, email, company, externalId, access, isVerified, isBuyingBlocked, isInvited } = customer;
  return (
    <>
      <PageHeader
        title={name}
        description={
          <>
            <CopyableId value={email} what="e-mail address" look="plain" />
            {company && ` · ${company}`}
          </>
        }
        badge={
          <>
            <Badge tone={access.tone}>Portal access: {access.label}</Badge>
            <Badge tone={isVerified ? "success" : "neutral"}>
              {isVerified ? "Mailbox verified" : "Mailbox not verified"}
            </Badge>
            {isBuyingBlocked && <Badge tone="danger">Purchases blocked</Badge>}
          </>
        }
        actions={
          <>
            {isInvited && (
              <InviteForm customerId={id} formId={customer.formId}>
                <SubmitButton variant="secondary">Invite again</SubmitButton>
              </InviteForm>
            )}
            <ButtonLink href={`/customers/${id}/edit`}>Edit</ButtonLink>
            <form method="post" action={`/customers/${id}/preview`} target="_blank" rel="noopener">
              <Button type="submit">Preview portal</Button>
            </form>
          </>
        }
        breadcrumbs={[{ label: "Customers", href: "/customers" }, { label: name }]}
      />
      <p className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted-foreground">
        <span>
          Customer <CopyableId value={id} what="customer id" />
        </span>
        {externalId && (
          <span>
            External ID <CopyableId value={externalId} what="external id" />
          </span>
        )}
      </p>
      <CustomerTabs customerId={id} current={current} />
    </>
  );
}
