// The rating page works without this. With it: the page gets a key of its own where no host gave
// it one, so that one press sends one rating; and a second press on the button does nothing.
(function () {
  var form = document.forms[0], key = form && form.elements.key;
  if (!key) return;
  if (/^0+$/.test(key.value) && window.crypto && crypto.getRandomValues) {
    key.value = Array.from(crypto.getRandomValues(new Uint8Array(16)), function (byte) {
      return (byte + 256).toString(16).slice(1);
    }).join("");
  }
  var sent = false;
  form.addEventListener("submit", function (event) {
    if (sent) event.preventDefault();
    sent = true;
  });
  // Back from the next page: the form may be sent again.
  window.addEventListener("pageshow", function () { sent = false; });
})();
