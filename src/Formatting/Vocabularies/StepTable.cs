namespace BotDigest.Formatting.Vocabularies;

/// <summary>The steps of a tree: from a node and a character to the next node. Filled once, then read by any number of threads.</summary>
internal sealed class StepTable
{
    private Step[] _steps = new Step[256];
    private int _count;

    /// <summary>The node that a step leads to; -1 where there is none.</summary>
    internal int Next(int node, char c)
    {
        ref readonly var step = ref Slot(_steps, node, c);
        return step.Target == 0 ? -1 : step.Target;
    }

    /// <summary>The node that a step leads to; a new one where there was none.</summary>
    /// <param name="node">Where the step begins.</param>
    /// <param name="c">The character.</param>
    /// <param name="target">The new node; never the root, which is 0.</param>
    internal int GetOrAdd(int node, char c, int target)
    {
        if (_count * 2 >= _steps.Length)
            Grow();
        ref var step = ref Slot(_steps, node, c);
        if (step.Target != 0)
            return step.Target;
        step = new Step(node, c, target);
        _count++;
        return target;
    }

    private void Grow()
    {
        var larger = new Step[_steps.Length * 2];
        foreach (var step in _steps)
        {
            if (step.Target != 0)
                Slot(larger, step.Node, step.Character) = step;
        }

        _steps = larger;
    }

    /// <summary>Where a step is, or the free place where it belongs. Half of the places are free, so the search is short.</summary>
    private static ref Step Slot(Step[] steps, int node, char c)
    {
        var at = (int)((((uint)node * 0x9E3779B1) ^ (c * 0x85EBCA6B)) >> 7) & (steps.Length - 1);
        while (true)
        {
            ref var step = ref steps[at];
            if (step.Target == 0 || (step.Node == node && step.Character == c))
                return ref step;
            at = (at + 1) & (steps.Length - 1);
        }
    }

    private readonly record struct Step(int Node, char Character, int Target);
}
