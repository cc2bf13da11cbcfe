-- Whether anybody bought a plan with real money is asked before plans of test mode are cleaned up.
CREATE INDEX purchases_live_by_plan ON purchases (partner_id, plan_id) WHERE livemode = 1;
