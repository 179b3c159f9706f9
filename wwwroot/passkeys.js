// Passkeys: asks the server what to ask the browser, asks the browser, and puts its answer into the page's own form.

const texts = {
  NotAllowedError: "Nothing was chosen in time, or it was called off. Try again.",
  InvalidStateError: "This device already has a passkey for your account.",
  SecurityError: "Passkeys need a secure address: https, or localhost.",
};

async function options(form) {
  const body = new FormData();
  const token = form.querySelector("input[name=__RequestVerificationToken]");
  body.set(token.name, token.value);
  const answer = await fetch(form.dataset.passkey, { method: "POST", body });
  if (!answer.ok)
    throw new Error(answer.status === 429 ? "Too many tries. Wait a minute." : "The page is too old. Load it again.");
  return answer.json();
}

async function ask(form) {
  const asked = await options(form);
  const credential = asked.rp
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked) });
  form.elements.Credential.value = JSON.stringify(credential);
  form.submit();
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const says = form.querySelector("[data-passkey-says]");
  const button = form.querySelector("button");
  says.setAttribute("role", "status");
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
    button.disabled = true;
    says.textContent = "This browser knows no passkeys, or the address is not secure (https or localhost). Use the password.";
    continue;
  }
  form.addEventListener("submit", async event => {
    event.preventDefault();
    button.disabled = true;
    try {
      await ask(form);
    } catch (error) {
      says.textContent = texts[error.name] ?? error.message;
      button.disabled = false;
    }
  });
}
