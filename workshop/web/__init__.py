"""The office in the browser: first run, sign-in, library, groups. Blueprints only; rules live in `workshop.people` and `workshop.plans`."""
