// For each way to file: the day on which the result of what is handed in now may be expected, reckoned as
// src/catalogue/procedure/filing_time.rs does. The calendar of the site stands on the page; without this the rule stands alone.
(() => {
  const data = document.querySelector("[data-off]").dataset;
  const [off, guessed, worked] = [data.off, data.guessed, data.worked].map(days => days.split(" ").map(Number));
  const isWorking = day => worked.includes(day) || !data.weekend.includes((day + 3) % 7 + 1) && !off.includes(day);
  const from = day => {
    while (day <= data.until && !isWorking(day)) day++;
    return day;
  };
  // Days since 1970-01-01 and minutes of the day by the clocks of Vietnam.
  const now = Math.floor(Date.now() / 6e4) + 420, today = Math.floor(now / 1440), minutes = now % 1440;
  for (const place of document.querySelectorAll("[data-limit]")) {
    const [, number, unit] = /(\d*)(.)/.exec(place.dataset.limit);
    const received = isWorking(today) && minutes <= (place.dataset.cutoff || 1440) ? today : from(today + 1);
    let due = received;
    if (unit == "w") for (let days = 0; days < number; days++) due = from(due + 1);
    if (unit == "d") due = from(due + +number);
    if (unit == "m") {
      const date = new Date(due * 864e5), own = date.getUTCDate();
      date.setUTCMonth(date.getUTCMonth() + +number);
      if (date.getUTCDate() < own) date.setUTCDate(0);
      due = from(date / 864e5);
    }
    if (due > data.until) continue;
    const day = new Date(due * 864e5).toLocaleDateString(document.documentElement.lang, { timeZone: "UTC", weekday: "long", day: "numeric", month: "long", year: "numeric" });
    const guess = guessed.some(day => day >= today && day <= due);
    place.firstChild.textContent = data.expect.replace("#", day) + (guess ? " " + data.guess : "");
    place.dataset.due = due;
    place.hidden = document.querySelector("[data-note]").hidden = false;
  }
})();
