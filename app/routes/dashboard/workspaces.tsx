import { redirect, redirectDocument } from "@remix-run/cloudflare";
import { Form, useLoaderData, useNavigation } from "@remix-run/react";
import { listMemberships } from "../../../db/memberships.server";
import { switchWorkspace } from "../../auth/switch-workspace.server";
import { workspacesPath } from "../../auth/workspaces";
import { sessionCookie } from "../../http/cookies.server";
import { forPartner } from "../../http/handlers.server";
import { safePath } from "../../http/safe-path";
import { ROLE_LABEL } from "../../partners/member-rows";
import { TIERS } from "../../partners/tier";
import { Badge } from "../../ui/Badge";
import { ButtonLink } from "../../ui/Button";
import { Card } from "../../ui/Card";
import { PageErrorBoundary } from "../../ui/PageErrorBoundary";
import { PageHeader } from "../../ui/PageHeader";
import { SubmitButton } from "../../ui/SubmitButton";

export const meta = () => [{ title: "Workspaces · Topup" }];

export const loader = forPartner(async ({ db, partner, member }, { request }) => {
  const memberships = await listMemberships(db, member.email);
  return {
    next: safePath(new URL(request.url).searchParams.get("next")),
    email: member.email,
    workspaces: memberships.map(({ partnerId, partnerName, tier, role, invitedAt }) => ({
      id: partnerId,
      name: partnerName,
      tier: TIERS[tier].label,
      role: ROLE_LABEL[role],
      isInvitation: invitedAt !== null,
      isHere: partnerId === partner.id,
    })),
  };
});

export const action = forPartner(async (context, { request }) => {
  const form = await request.formData();
  const partnerId = String(form.get("partner") ?? "");
  const next = safePath(String(form.get("next") ?? "/"));
  if (partnerId === context.partner.id) return redirect(next, 303);
  const token = await switchWorkspace(context, partnerId);
  const cookie = await sessionCookie(context.settings).serialize(token);
  // As a new document: nothing that a script keeps of one partner is to be seen in the other's pages.
  return redirectDocument(next, { status: 303, headers: { "set-cookie": cookie } });
});

export default function Workspaces() {
  const { workspaces, next, email } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={workspaces.length > 1 ? "Choose a workspace" : "Workspaces"}
        description={
          workspaces.length > 1
            ? `${email} works for more than one partner. Each has its own customers, plans and money.`
            : `${email} works for one partner. Whoever else invites this address appears here.`
        }
      />
      <Card flush>
        <ul>
          {workspaces.map((workspace) => (
            <WorkspaceItem key={workspace.id} workspace={workspace} next={next} />
          ))}
        </ul>
      </Card>
    </>
  );
}

type Workspace = ReturnType<typeof useLoaderData<typeof loader>>["workspaces"][number];

function WorkspaceItem({ workspace, next }: { workspace: Workspace; next: string }) {
  const { name, tier, role, isInvitation, isHere } = workspace;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-t border-border px-5 py-4 first:border-0 sm:px-6">
      <div className="grid gap-1">
        <h2 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
          {name}
          {isHere && <Badge tone="success">You are here</Badge>}
          {isInvitation && <Badge tone="warning">Invited</Badge>}
        </h2>
        <p className="text-sm text-muted-foreground">
          {role} · {tier}
        </p>
      </div>
      {isHere ? (
        <ButtonLink href={next} aria-label={`Stay in ${name}`}>
          Stay
        </ButtonLink>
      ) : (
        <SwitchForm workspace={workspace} next={next} />
      )}
    </li>
  );
}

function SwitchForm({ workspace: { id, name, isInvitation }, next }: { workspace: Workspace; next: string }) {
  const isOnItsWay = useNavigation().formData?.get("partner") === id;
  return (
    <Form method="post" action={workspacesPath(next)}>
      <input type="hidden" name="partner" value={id} />
      <input type="hidden" name="next" value={next} />
      <SubmitButton
        pending={isOnItsWay && "Opening…"}
        aria-label={`${isInvitation ? "Join" : "Open"} ${name}`}
      >
        {isInvitation ? "Join" : "Open"}
      </SubmitButton>
    </Form>
  );
}

export const ErrorBoundary = PageErrorBoundary;
