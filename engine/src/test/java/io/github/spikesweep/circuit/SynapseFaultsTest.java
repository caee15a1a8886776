package io.github.spikesweep.circuit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.spikesweep.document.InputException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said about the file of a synapse that is wrong, and where. */
class SynapseFaultsTest {
    private static final String MINE = """
            kind: synapse
            name: Mine
            variables:
              s: {initial: 0}
            parameters:
              g: {default: 1}
            let:
              k: 2*g
            equations: {s: -k*s}
            current: g*s*(v_post - v_pre)
            on_pre: {s: s + 1}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'kind: synapse\\n' | '' | synapse.yaml:1:1: this is not the file of a synapse, which has the key 'kind: synapse'",
                "'kind: synapse' | 'kind: model' | synapse.yaml:1:7: unknown kind of file 'model'; accepted: synapse",
                "'kind: synapse' | 'kind: [synapse]' | synapse.yaml:1:7: 'kind' must be a single value, found a list",
                "'name: Mine\\n' | '' | synapse.yaml:1:1: a synapse needs the key 'name'",
                "'name: Mine' | 'name: a b' | synapse.yaml:2:7: 'a b' is not a name: letters, digits and '_', not starting with a digit, at most 64",
                "'current: g*s*(v_post - v_pre)\\n' | '' | synapse.yaml:1:1: a synapse needs the key 'current'",
                "'current: g*s*(v_post - v_pre)' | 'current: [g]' | synapse.yaml:10:10: 'current' must be a single value, found a list",
                "'current: g*s*(v_post - v_pre)' | 'current: g*v_pst' | synapse.yaml:10:12: unknown name 'v_pst'; did you mean 'v_post'? (s, g, v_pre, v_post, t, k)",
                "'current: g*s*(v_post - v_pre)' | 'current:' | synapse.yaml:10:9: 'current' must be a single value, found nothing",
                "'on_pre: {s: s + 1}' | 'on_pre: {x: s + 1}' | synapse.yaml:11:10: 'on_pre' assigns to 'x', which is not a variable; did you mean 's'? (s)",
                "'on_pre: {s: s + 1}' | 'on_pre: {}' | synapse.yaml:11:9: 'on_pre' is empty; leave it out",
                "'on_pre: {s: s + 1}' | 'on_pre: s' | synapse.yaml:11:9: 'on_pre' must be a mapping such as {s: s + 1}, found 's'",
                "'on_pre: {s: s + 1}' | 'on_pre: {k: 1}' | synapse.yaml:11:10: 'on_pre' assigns to 'k', which is not a variable; did you mean 's'? (s)",
                "'on_pre: {s: s + 1}' | 'on_pre: {v_post: 1}' | synapse.yaml:11:10: 'on_pre' assigns to 'v_post', which is not a variable; accepted: s",
                "'on_pre: {s: s + 1}' | 'on_post: {s: s + w}' | synapse.yaml:11:18: unknown name 'w'; did you mean 's'? (s, g, v_pre, v_post, t, k)",
                "'on_pre: {s: s + 1}' | 'on_spike: {s: 1}' | synapse.yaml:11:1: unknown key 'on_spike' of a synapse; accepted: kind, name, title, source, time, variables, parameters, functions, let, equations, next, current, on_pre, on_post",
                "'on_pre: {s: s + 1}' | 'reset: {s: 1}' | synapse.yaml:11:1: unknown key 'reset' of a synapse; accepted: kind, name, title, source, time, variables, parameters, functions, let, equations, next, current, on_pre, on_post",
                "'on_pre: {s: s + 1}' | 'input: I' | synapse.yaml:11:1: unknown key 'input' of a synapse; accepted: kind, name, title, source, time, variables, parameters, functions, let, equations, next, current, on_pre, on_post",
                "'on_pre: {s: s + 1}' | 'spike: {variable: s, threshold: 0}' | synapse.yaml:11:1: unknown key 'spike' of a synapse; accepted: kind, name, title, source, time, variables, parameters, functions, let, equations, next, current, on_pre, on_post",
                "'on_pre: {s: s + 1}' | 'hold: 3' | synapse.yaml:11:1: unknown key 'hold' of a synapse; accepted: kind, name, title, source, time, variables, parameters, functions, let, equations, next, current, on_pre, on_post",
                "'on_pre: {s: s + 1}' | 'longest_step: 3' | synapse.yaml:11:1: unknown key 'longest_step' of a synapse; accepted: kind, name, title, source, time, variables, parameters, functions, let, equations, next, current, on_pre, on_post",
                "'on_pre: {s: s + 1}' | 'delay: 3' | synapse.yaml:11:1: unknown key 'delay' of a synapse; accepted: kind, name, title, source, time, variables, parameters, functions, let, equations, next, current, on_pre, on_post",
                "'equations: {s: -k*s}\\n' | '' | synapse.yaml:1:1: a synapse needs the key 'equations'",
                "'equations: {s: -k*s}' | 'next: {s: -k*s}' | synapse.yaml:11:1: a synapse between maps has no 'on_pre'; put it into 'next' with where(condition, a, b)",
                "'equations: {s: -k*s}\\n' | 'equations: {s: -k*s}\\nnext: {s: s}\\n' | synapse.yaml:10:1: a synapse has either 'equations' (slopes) or 'next' (from step to step, between maps), not both",
                "'equations: {s: -k*s}' | 'equations: {}' | synapse.yaml:9:12: no equation for variable 's'; every variable needs one (s)",
                "'equations: {s: -k*s}' | 'equations: {s: -k*s, r: 1}' | synapse.yaml:9:22: an equation for 'r', which is not a variable; did you mean 's'? (s)",
                "'variables:\\n  s: {initial: 0}\\n' | '' | synapse.yaml:7:1: a synapse without 'variables' has no 'equations'",
                "'variables:\\n  s: {initial: 0}\\n' | 'variables: {}\\n' | synapse.yaml:8:1: a synapse without 'variables' has no 'equations'",
                "'  s: {initial: 0}' | '  v_pre: {initial: 0}' | synapse.yaml:4:3: 'v_pre' is already declared at synapse.yaml:10:1; choose another name",
                "'  g: {default: 1}' | '  v_post: {default: 1}' | synapse.yaml:6:3: 'v_post' is already declared at synapse.yaml:10:1; choose another name",
                "'  g: {default: 1}' | '  s: {default: 1}' | synapse.yaml:6:3: 's' is already declared at synapse.yaml:4:3; choose another name",
                "'  k: 2*g' | '  v_post: 2*g' | synapse.yaml:8:3: 'v_post' is already declared at synapse.yaml:10:1; choose another name",
                "'  g: {default: 1}' | '  g: {default: v_pre}' | synapse.yaml:6:16: unknown name 'v_pre'; only numbers are accepted here",
                "'name: Mine' | 'name: Mine\\ncells: {}' | synapse.yaml:3:1: unknown key 'cells' of a synapse; accepted: kind, name, title, source, time, variables, parameters, functions, let, equations, next, current, on_pre, on_post",
                "'  k: 2*g' | '  k: 2*q' | synapse.yaml:8:8: unknown name 'q'; did you mean 's'? (s, g, v_pre, v_post, t)",
                "'g*s*(v_post - v_pre)' | 'g*s*(v_post - v_pre) + rand()' | synapse.yaml:10:33: unknown function 'rand'; accepted: exp, exprel, log, ln, log10, sqrt, abs, min, max, sin, cos, tan, atan, tanh, sinh, cosh, floor, ceil, round, sign, mod, pow, where, pulse, pulses, ramp",
                "'  g: {default: 1}' | '  input: {default: 1}' | synapse.yaml:8:8: unknown name 'g'; did you mean 's'? (s, input, v_pre, v_post, t)",
            })
    void saysWhatIsWrong(String part, String replacement, String message) {
        String text = MINE.replace(part.replace("\\n", "\n"), replacement.replace("\\n", "\n"));
        assertNotEquals(MINE, text);
        assertEquals(
                message,
                assertThrows(InputException.class, () -> TestCircuits.synapse(text))
                        .getMessage());
    }
}
