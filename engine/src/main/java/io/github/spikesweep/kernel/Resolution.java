package io.github.spikesweep.kernel;

/**
 * How finely a step must follow a spike variable towards a reset. An upstroke may grow so fast that it would be infinite a moment later; its last
 * steps are coarse however short they are, since each is as long as the time that is left. There a step is cut into shorter ones.
 *
 * <p>Coarse is a step that moves the variable otherwise than the trapezoidal rule does, by more than a part of the movement, where it gets steeper and the
 * threshold is not far. The part shrinks with the step, so that such a spike time, too, gets better by more than the step gets shorter. As the two may agree
 * by chance, a movement that is much larger than the first slope makes a difference, too.
 */
public final class Resolution {
    /** The part that the difference may be of half the sum of the slopes at the ends times the step, by the step in the model's unit of time. */
    public static final double PER_TIME = 1;

    public static final double FINEST = 0.005;
    public static final double COARSEST = 0.1;

    /** Half of what a movement is larger than this times the first slope is a difference. */
    public static final double STEEPENING = 1.5;

    /** So many steps with the steepest slope do not reach the threshold: then that is far. In an upstroke the last coarse steps are within some hundred. */
    public static final double FAR = 1000;

    private Resolution() {}

    /** That part. */
    public static double allowed(double step) {
        return Math.min(Math.max(PER_TIME * step, FINEST), COARSEST);
    }
}
