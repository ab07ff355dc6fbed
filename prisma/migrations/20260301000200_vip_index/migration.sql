-- The best customers so far are now read as whole rows in the order of this index, which needs nothing beside the order.
DROP INDEX "customer_prediction_past_value_idx";
CREATE INDEX "customer_prediction_past_value_idx" ON "customer_prediction"("shop_id", "model_run_id", ("orders_counted" * "monetary_value"), "customer_id");
