// Following a line of the list marks it as read on the way; without this script the button beside it does.
for (const list of document.querySelectorAll("[data-notifications]")) {
  list.addEventListener("click", (event) => {
    const link = event.target.closest("a.notification__link");
    const form = link?.closest("li").querySelector("form.notification__read");
    if (!form) return;
    const data = new FormData(form);
    data.append("quiet", "1");
    navigator.sendBeacon(form.action, data);
  });
}
