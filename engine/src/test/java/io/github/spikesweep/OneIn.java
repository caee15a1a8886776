package io.github.spikesweep;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * For long tests with many arguments: the first and every n-th one after it run always, the others with {@code -Pthorough} alone,
 * which sets the system property {@value #ALL}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OneIn.Turn.class)
public @interface OneIn {
    /** Whether tests run with all of their arguments. */
    String ALL = "test.all.arguments";

    /** n */
    int value();

    /** Whether the turn of an argument has come. */
    final class Turn implements ExecutionCondition {
        private static final Pattern INVOCATION = Pattern.compile("\\[test-template-invocation:#(\\d+)]$");

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            Matcher invocation = INVOCATION.matcher(context.getUniqueId());
            if (Boolean.getBoolean(ALL) || !invocation.find()) {
                return ConditionEvaluationResult.enabled("");
            }
            int n = context.getRequiredTestClass().getAnnotation(OneIn.class).value();
            return (Integer.parseInt(invocation.group(1)) - 1) % n == 0
                    ? ConditionEvaluationResult.enabled("")
                    : ConditionEvaluationResult.disabled("runs with -Pthorough");
        }
    }
}
