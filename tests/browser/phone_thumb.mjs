/** A page of the phone as a thumb meets it: its links, its buttons, and what they would send. */

const unescape = (text) => text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));

/** The attributes of a tag. */
function attributesOf(tag) {
  const all = [...tag.matchAll(/\s([a-z-]+)(?:="([^"]*)")?/g)].map(([, name, value = '']) => [name, unescape(value)]);
  return Object.fromEntries(all);
}

const tagsOf = (markup, name) => [...markup.matchAll(new RegExp(`<${name}\\b[^>]*>`, 'g'))].map(([tag]) => attributesOf(tag.slice(name.length + 1)));

/** What a page can do: { links (paths), buttons ({ path, hidden, inputs, name, value }) }. */
export function controlsOf(page) {
  const forms = [...page.matchAll(/<form\b([^>]*)>([^]*?)<\/form>/g)].map(([, tag, inside]) => ({ ...attributesOf(tag), inside }));
  const answers = forms.find(({ id }) => id === 'answers');
  const buttons = (markup, form) => tagsOf(markup, 'button').filter(({ type }) => type !== 'button').map(({ name, value = '', formaction }) => ({
    path: formaction ?? form.action, name, value,
    hidden: tagsOf(form.inside, 'input').filter(({ type }) => type === 'hidden').map((one) => [one.name, one.value]),
    inputs: tagsOf(form.inside, 'input').filter(({ type }) => type === 'checkbox' || type === 'radio'),
  }));
  const outside = page.replace(/<form\b[^]*?<\/form>/g, '').match(/<button\b[^>]*form="answers"[^>]*>/g) ?? [];
  return {
    links: tagsOf(page, 'a').map(({ href }) => href).filter((href) => href.startsWith('/')),
    buttons: [...forms.flatMap((form) => buttons(form.inside, form)), ...(answers ? buttons(outside.join(''), answers) : [])],
  };
}

/** What a form sends: each radio group and each box as it is touched, then the button itself. */
export function sent({ hidden, inputs, name, value }, touches) {
  const radios = [...new Set(inputs.filter(({ type }) => type === 'radio').map((one) => one.name))];
  const picked = radios.flatMap((group) => touches.pick(inputs.filter((one) => one.type === 'radio' && one.name === group)) ?? []);
  const ticked = inputs.filter((one) => one.type === 'checkbox' && touches.tick(one));
  return [...hidden, ...[...ticked, ...picked].map((one) => [one.name, one.value]), ...(name === undefined ? [] : [[name, value]])];
}
