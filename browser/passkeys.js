// Passkeys: asks the browser to make one, or to sign with one. Where it cannot, the form stays hidden and the password is the way.
const form = document.querySelector("form[data-passkey]");
/** Where what is wrong is said. It carries the words, and the address of the passkeys. */
const line = form?.querySelector("[role=alert] span");

const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

/** A passkey belongs to one address; any port of it, where none is said. */
function isHere({ host, origin }) {
  return location.hostname === host && (origin === "" || location.origin === origin);
}

async function make(options) {
  const { id, rawId, type, response } = await navigator.credentials.create({ publicKey: {
    ...options,
    challenge: bytes(options.challenge),
    user: { ...options.user, id: bytes(options.user.id) },
    excludeCredentials: (options.excludeCredentials ?? []).map((one) => ({ ...one, id: bytes(one.id) })),
  } });
  return { id, rawId: text(rawId), type, response: { attestationObject: text(response.attestationObject), clientDataJSON: text(response.clientDataJSON) } };
}

async function use(options) {
  const { id, rawId, type, response } = await navigator.credentials.get({ publicKey: {
    ...options,
    challenge: bytes(options.challenge),
    allowCredentials: options.allowCredentials.map((one) => ({ ...one, id: Uint8Array.from(one.id) })),
  } });
  const { authenticatorData, clientDataJSON, signature, userHandle } = response;
  return { id, rawId: text(rawId), type, response: {
    authenticatorData: text(authenticatorData), clientDataJSON: text(clientDataJSON), signature: text(signature),
    userHandle: userHandle ? text(userHandle) : null,
  } };
}

function say(wrong) {
  line.textContent = wrong;
  line.parentElement.hidden = wrong === "";
}

/** What the server asks for, by what is typed. */
async function asked() {
  const fields = new URLSearchParams(new FormData(form));
  const login = document.querySelector("#login")?.value;
  if (login) fields.set("login", login);
  const answer = await fetch(`${form.getAttribute("action")}/begin`, { method: "POST", body: fields });
  // Whoever was signed out meanwhile is led to where one signs in.
  if (answer.redirected) location.assign(answer.url);
  return { isWell: answer.ok, said: await answer.json() };
}

/** In words of the page: stopped by her or by time, there already, or not possible. */
function why(fault) {
  const { stopped, already, failed } = line.dataset;
  return { NotAllowedError: stopped, AbortError: stopped, InvalidStateError: already }[fault.name] ?? failed;
}

async function go() {
  const { isWell, said } = await asked();
  if (!isWell) return say(said.error);
  const answer = await (form.dataset.passkey === "make" ? make : use)(said);
  form.elements.credential.value = JSON.stringify(answer);
  // It has done its work and need not be sent again.
  if (form.elements.old) form.elements.old.value = "";
  form.submit();
}

function start() {
  document.querySelector("[data-passkey-missing]")?.remove();
  const button = [...form.elements].find(({ type }) => type === "submit");
  form.hidden = button.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    say("");
    button.disabled = true;
    try { await go(); } catch (fault) { say(why(fault)); }
    button.disabled = false;
  });
}

if (form && window.isSecureContext && window.PublicKeyCredential && isHere(line.dataset)) start();
