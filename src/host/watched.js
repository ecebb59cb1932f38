(function () {
  var own = document.currentScript.dataset, seen = own.seen, shown;
  function show(wrong) {
    if (shown) shown.remove();
    shown = null;
    if (!wrong) return;
    shown = document.createElement("pre");
    shown.id = "niemyet-wrong";
    shown.setAttribute("role", "alert");
    shown.textContent = wrong;
    shown.style.cssText = "position:fixed;inset:0;margin:0;padding:1rem;overflow:auto;z-index:9999;" +
      "background:#fffbe6;color:#1a1a1a;font:14px/1.5 monospace;white-space:pre-wrap";
    document.body.append(shown);
  }
  function ask() {
    fetch(own.at + "?seen=" + seen, { cache: "no-store" }).then(function (answer) {
      return answer.json();
    }).then(function (state) {
      if (String(state.seen) !== seen) {
        if (!state.wrong) return location.reload();
        seen = String(state.seen);
        show(state.wrong);
      } else if (state.wrong && !shown) show(state.wrong);
      setTimeout(ask, 50);
    }).catch(function () { setTimeout(ask, 500); });
  }
  ask();
})();
