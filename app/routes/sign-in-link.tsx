import { useActionData, useLoaderData } from "@remix-run/react";
import { lookAtLink, redeemLink } from "../auth/sign-in.server";
import { beginSession } from "../http/begin-session.server";
import { challengeIdOf } from "../http/cookies.server";
import { forSignIn, invalid } from "../http/handlers.server";
import { secretAddressHeaders } from "../http/secret-address-headers";
import { realmOf } from "../http/sign-in-site";
import { ButtonLink } from "../ui/Button";
import { SignInCard } from "../ui/SignInCard";
import { SiteBrand } from "../ui/SiteBrand";
import { SiteErrorBoundary } from "../ui/SiteErrorBoundary";
import { SubmitButton } from "../ui/SubmitButton";
import { titled } from "../ui/titled";
import { useTexts } from "../ui/wording";

export const headers = secretAddressHeaders;

export const meta = titled<{ link: "ready" | "elsewhere" | "spent" }>(({ signIn }, { link }) =>
  link === "ready" ? signIn.title : signIn.link[link].title,
);

/** Looking uses nothing up: mail scanners open links before people do. */
export const loader = forSignIn(async ({ visit, ...context }, { request, params }) => {
  const challengeId = await challengeIdOf(context.settings, request);
  return { link: await lookAtLink(context, realmOf(visit), params.token ?? "", challengeId) };
});

export const action = forSignIn(async ({ visit, ...context }, { request, params }) => {
  const [realm, token] = [realmOf(visit), params.token ?? ""];
  const challengeId = await challengeIdOf(context.settings, request);
  const email = await redeemLink(context, realm, token, challengeId);
  const signedIn = email && (await beginSession(context, visit, { email, next: "/", request }));
  return signedIn || invalid({ link: await lookAtLink(context, realm, token, challengeId) });
});

export default function SignInLink() {
  const { link } = { ...useLoaderData<typeof loader>(), ...useActionData<typeof action>() };
  const { signIn } = useTexts();
  if (link !== "ready") {
    const { title, text, button } = signIn.link[link];
    return (
      <SignInCard brand={<SiteBrand />} title={title} text={text}>
        <ButtonLink href="/sign-in" variant="primary" wide>
          {button}
        </ButtonLink>
      </SignInCard>
    );
  }
  return (
    <SignInCard brand={<SiteBrand />} title={signIn.title} text={signIn.linkText}>
      <form method="post">
        <SubmitButton wide>{signIn.title}</SubmitButton>
      </form>
    </SignInCard>
  );
}

export const ErrorBoundary = SiteErrorBoundary;
