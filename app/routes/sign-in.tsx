import { redirect } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { networkOf } from "../auth/network";
import { requestSignIn } from "../auth/sign-in.server";
import { readEmail } from "../email-address";
import { welcomedBy } from "../http/begin-session.server";
import { challengeCookie } from "../http/cookies.server";
import { forSignIn, invalid } from "../http/handlers.server";
import { safePath } from "../http/safe-path";
import { signInSite } from "../http/sign-in-site";
import { SignInCard } from "../ui/SignInCard";
import { SiteBrand } from "../ui/SiteBrand";
import { SiteErrorBoundary, siteErrorHeaders } from "../ui/SiteErrorBoundary";
import { SubmitButton } from "../ui/SubmitButton";
import { TextField } from "../ui/TextField";
import { titled } from "../ui/titled";
import { useTexts } from "../ui/wording";

export const meta = titled(({ signIn }) => signIn.title);

export const loader = forSignIn(async (_context, { request }) => ({
  next: safePath(new URL(request.url).searchParams.get("next")),
}));

export const action = forSignIn(async ({ visit, ...context }, { request }) => {
  const form = await request.formData();
  const typed = String(form.get("email") ?? "");
  const next = safePath(String(form.get("next") ?? "/"));
  const email = readEmail(typed);
  if (!email) return invalid({ typed, next });

  const address = request.headers.get("cf-connecting-ip");
  const challengeId = await requestSignIn(context, signInSite(context.settings, visit), {
    email,
    welcomedBy: await welcomedBy(context, visit, email),
    network: address && networkOf(address),
  });
  return redirect(`/sign-in/code?next=${encodeURIComponent(next)}`, {
    status: 303,
    headers: { "set-cookie": await challengeCookie(context.settings).serialize(challengeId) },
  });
});

export default function SignIn() {
  const { next } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { signIn } = useTexts();
  return (
    <SignInCard brand={<SiteBrand />} title={signIn.title} text={signIn.text}>
      <form method="post" className="grid gap-4" noValidate>
        <input type="hidden" name="next" value={refused?.next ?? next} />
        <TextField
          label={signIn.email}
          name="email"
          type="email"
          autoComplete="email"
          autoFocus
          defaultValue={refused?.typed}
          error={refused && signIn.emailWrong}
        />
        <SubmitButton wide>{signIn.send}</SubmitButton>
      </form>
    </SignInCard>
  );
}

export const headers = siteErrorHeaders;
export const ErrorBoundary = SiteErrorBoundary;
