// All pages work without this. On the page that asks for a tracking code: one that stands behind the sign # in the
// address fills the field and leaves the address. It is sent in the form alone.
//
// The rating page gets a key of its own where no host gave it one, so that one tap sends one rating; and a second
// tap does nothing.
(function () {
  var form = document.forms[0], key = form && form.elements.key;
  if (!key) {
    var code = form && form.elements.code;
    if (code && !code.value && location.hash) {
      code.value = location.hash.slice(1).replace(/[^\w-]/g, "").slice(0, 60);
      history.replaceState({}, "", location.pathname);
    }
    return;
  }
  if (/^0+$/.test(key.value) && window.crypto && crypto.getRandomValues) {
    key.value = Array.from(crypto.getRandomValues(new Uint8Array(16)), function (byte) {
      return (byte + 256).toString(16).slice(1);
    }).join("");
  }
  // On a plain host the page itself reads from its address by which way it was opened.
  var way = /^\?(web|kiosk)$/.exec(location.search);
  if (way) form.elements.mode.value = way[1];
  // One entry of the history is one visit: who goes back and taps again corrects his rating. A device
  // that stands in a hall has many visitors and one history.
  var stamp = form.elements.stamp, kept = history.state;
  if (kept && kept.key && form.elements.mode.value != "kiosk") {
    key.value = kept.key;
    stamp.value = kept.stamp;
  }
  history.replaceState({ key: key.value, stamp: stamp.value }, "");
  var sent = false;
  form.addEventListener("submit", function (event) {
    if (sent) event.preventDefault();
    sent = true;
  });
  // Back from the next page: the form may be sent again.
  window.addEventListener("pageshow", function () { sent = false; });
})();
