/**
 * The script that shows a survey inside a page of the operator's own: `continuo.ask()` with the token of the script tag, or
 * with a personal link. It sets nothing, asks nothing of the network and looks at nothing before that call.
 */
export const SNIPPET = `(() => {
  const tag = document.currentScript;
  const origin = new URL(tag.src).origin;
  const ask = (link) => {
    const token = tag.dataset.survey || '';
    const url = new URL(link || '/s/' + token, origin);
    if (url.origin !== origin || document.getElementById('continuo-ask')) return;
    const before = document.activeElement;
    const dialog = document.createElement('dialog');
    dialog.id = 'continuo-ask';
    dialog.setAttribute('aria-label', tag.dataset.title || 'Feedback');
    dialog.style.cssText = 'padding:0;border:0;width:min(40rem,100vw - 2rem);height:min(44rem,100vh - 2rem);border-radius:12px;overflow:hidden';
    const close = document.createElement('button');
    close.type = 'button';
    close.textContent = '\\u00d7';
    close.setAttribute('aria-label', tag.dataset.close || 'Close');
    close.style.cssText = 'position:absolute;inset-block-start:4px;inset-inline-end:4px;width:44px;height:44px;border:0;border-radius:8px;background:#fff;color:#1a1e23;font:24px/1 system-ui;cursor:pointer';
    close.addEventListener('click', () => dialog.close());
    const frame = document.createElement('iframe');
    frame.src = url.href;
    frame.title = tag.dataset.title || 'Feedback';
    frame.referrerPolicy = 'no-referrer';
    frame.style.cssText = 'width:100%;height:100%;border:0';
    dialog.append(frame, close);
    dialog.addEventListener('close', () => {
      dialog.remove();
      if (before && before.focus) before.focus();
    });
    document.body.append(dialog);
    dialog.showModal();
  };
  window.continuo = Object.assign(window.continuo || {}, { ask });
})();
`;

/** What an operator puts into a page: the tag, and an example of the call. */
export function snippetFor(origin: string, token: string): string {
  return `<script src="${origin}/s/ask.js" data-survey="${token}" defer></script>
<!-- When the moment has come: <button onclick="continuo.ask()">Tell us how it was</button> -->`;
}
