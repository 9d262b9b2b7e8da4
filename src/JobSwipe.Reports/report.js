// Shows only the rows of the table below that hold every word.
for (const box of document.querySelectorAll("[data-filter]")) {
  const line = box.closest(".filter"), count = line.querySelector("output");
  const rows = [...line.nextElementSibling.querySelectorAll("tbody tr")].map(row => [row, row.textContent.toLowerCase()]);
  box.addEventListener("input", () => {
    const words = box.value.toLowerCase().split(/\s+/).filter(word => word);
    let shown = 0;
    for (const [row, text] of rows) {
      row.hidden = !words.every(word => text.includes(word));
      if (!row.hidden) shown++;
    }
    count.textContent = `${shown} of ${rows.length} rows`;
  });
}
