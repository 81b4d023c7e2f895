/** The slider of a ledger: says the day while it moves, and asks for the page of that day when it is let go. */
const form = document.querySelector<HTMLFormElement>('form.asof');
const slider = form?.querySelector<HTMLInputElement>('input[type=range]');
const day = form?.querySelector<HTMLInputElement>('input[name=asOf]');
const shown = form?.querySelector<HTMLOutputElement>('output');
const SECONDS_OF_DAY = 86_400;

if (form && slider && day) {
  const isoDay = () => new Date(Number(slider.value) * SECONDS_OF_DAY * 1000).toISOString().slice(0, 10);
  slider.addEventListener('input', () => {
    day.value = isoDay();
    if (shown)
      shown.value = new Date(`${day.value}T00:00:00Z`).toLocaleDateString('en-GB', {
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        timeZone: 'UTC',
      });
  });
  slider.addEventListener('change', () => form.requestSubmit());
}

export {};
